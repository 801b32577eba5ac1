package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.measure.ProcessMeter;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AggregatorTest {
  private static final long SECOND = 1_000_000_000L;
  private static final LoadPlan PLAN =
      new Plans()
          .get("/")
          .script(new Op.Send(0), new Op.Settle())
          .phase(new ArrivalModel.ConstantUsers(1, Duration.ofSeconds(9)))
          .build();

  private final SeriesCatalog catalog = SeriesCatalog.of(PLAN);
  private final List<IntervalRing> rings = List.of(new IntervalRing(4), new IntervalRing(4));
  private final ConcurrentLinkedQueue<Interval> blanks = new ConcurrentLinkedQueue<>();
  private final List<String> seen = new ArrayList<>();
  private final Aggregator aggregator =
      new Aggregator(
          catalog,
          SECOND,
          rings,
          blanks,
          new ProcessMeter(1),
          interval -> seen.add(text(interval)));

  private static String text(Interval interval) {
    return "%d: %d started, %d users, to %d"
        .formatted(
            interval.number(),
            interval.series(0).started(),
            interval.health().get(Counter.USERS),
            interval.toNanos() / 1_000_000);
  }

  private Interval interval(int number, int started, long toMillis) {
    Interval interval = new Interval(catalog);
    for (int i = 0; i < started; i++) {
      interval.series(0).start();
    }
    interval.health().set(Counter.USERS, started);
    interval.span(number, number * 1_000_000_000L, toMillis * 1_000_000);
    return interval;
  }

  @Test
  void passesOnAnIntervalWhenAllCellsHaveHandedItIn() {
    rings.get(0).offer(interval(0, 1, 1000));
    rings.get(0).offer(interval(1, 2, 2000));
    aggregator.drain();
    assertEquals(List.of(), seen);
    rings.get(1).offer(interval(0, 10, 1000));
    aggregator.drain();
    assertEquals(List.of("0: 11 started, 11 users, to 1000"), seen);
    rings.get(1).offer(interval(1, 20, 2000));
    aggregator.drain();
    assertEquals("1: 22 started, 22 users, to 2000", seen.getLast());
    assertEquals(2, seen.size());
  }

  @Test
  void keepsTheStateOfEveryLoopApart() {
    List<Long> users = new ArrayList<>();
    Aggregator keeping =
        new Aggregator(
            catalog,
            SECOND,
            rings,
            blanks,
            new ProcessMeter(1),
            merged -> merged.loops().forEach(loop -> users.add(loop.get(Counter.USERS))));
    rings.get(1).offer(interval(0, 10, 1000));
    rings.get(1).offer(interval(1, 20, 2000));
    rings.get(0).offer(interval(0, 1, 1000));
    keeping.cellEnded(0);
    keeping.drain();
    assertEquals(List.of(1L, 10L, 0L, 20L), users);
  }

  @Test
  void anIntervalStartsWhereItsSliceDoes() {
    List<Long> from = new ArrayList<>();
    Aggregator slicing =
        new Aggregator(
            catalog,
            SECOND / 10,
            rings,
            blanks,
            new ProcessMeter(1),
            merged -> from.add(merged.fromNanos()));
    for (IntervalRing ring : rings) {
      ring.offer(interval(0, 1, 100));
      ring.offer(interval(1, 1, 200));
    }
    slicing.drain();
    assertEquals(List.of(0L, SECOND / 10), from);
  }

  @Test
  void waitsForNoCellThatHasEnded() {
    rings.get(0).offer(interval(0, 1, 1000));
    rings.get(0).offer(interval(1, 2, 1300));
    rings.get(1).offer(interval(0, 10, 1000));
    rings.get(1).offer(interval(1, 20, 2000));
    rings.get(1).offer(interval(2, 30, 2500));
    aggregator.drain();
    aggregator.cellEnded(0);
    aggregator.drain();
    assertEquals(
        List.of(
            "0: 11 started, 11 users, to 1000",
            "1: 22 started, 22 users, to 2000",
            "2: 30 started, 30 users, to 2500"),
        seen);
  }

  @Test
  void givesIntervalsBackEmpty() {
    rings.get(0).offer(interval(0, 5, 1000));
    rings.get(1).offer(interval(0, 5, 1000));
    aggregator.drain();
    assertEquals(2, blanks.size());
    Interval blank = Aggregator.blank(blanks, catalog);
    assertEquals(0, blank.series(0).started());
    assertEquals(0, blank.health().get(Counter.USERS));
    Aggregator.blank(blanks, catalog);
    assertEquals(0, Aggregator.blank(blanks, catalog).series(0).started(), "made where none is");
  }

  @Test
  void aFullRingSaysSoAndLosesNothing() {
    IntervalRing ring = new IntervalRing(2);
    Interval a = interval(0, 0, 0);
    Interval b = interval(1, 0, 0);
    Interval c = interval(2, 0, 0);
    assertNull(ring.poll());
    assertTrue(ring.offer(a) && ring.offer(b));
    assertFalse(ring.offer(c));
    assertSame(a, ring.poll());
    assertTrue(ring.offer(c));
    assertSame(b, ring.poll());
    assertSame(c, ring.poll());
    assertNull(ring.poll());
  }

  @Test
  void aRingKeepsOrderAndContentBetweenTwoThreads() throws InterruptedException {
    int count = 20_000;
    IntervalRing ring = new IntervalRing(8);
    IntervalRing back = new IntervalRing(16);
    for (int i = 0; i < 8; i++) {
      back.offer(new Interval(catalog));
    }
    Thread producer =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  for (int i = 0; i < count; i++) {
                    Interval interval = take(back);
                    interval.reset();
                    interval.health().set(Counter.USERS, 3L * i);
                    interval.span(i, i, i + 1L);
                    while (!ring.offer(interval)) {
                      LockSupport.parkNanos(1);
                    }
                  }
                });
    for (int i = 0; i < count; i++) {
      Interval interval = take(ring);
      assertEquals(i, interval.number());
      assertEquals(3L * i, interval.health().get(Counter.USERS));
      assertTrue(back.offer(interval));
    }
    producer.join();
    assertNull(ring.poll());
  }

  private static Interval take(IntervalRing ring) {
    Interval interval = ring.poll();
    while (interval == null) {
      LockSupport.parkNanos(1);
      interval = ring.poll();
    }
    return interval;
  }

  @Test
  void mergesWhatManyThreadsHandIn() throws InterruptedException {
    int cells = 4;
    int intervals = 500;
    List<IntervalRing> many = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long[] started = {0};
    int[] next = {0};
    ConcurrentLinkedQueue<Interval> used = new ConcurrentLinkedQueue<>();
    for (int c = 0; c < cells; c++) {
      many.add(new IntervalRing(8));
    }
    Aggregator merging =
        new Aggregator(
            catalog,
            SECOND,
            many,
            used,
            new ProcessMeter(1),
            interval -> {
              assertEquals(next[0]++, interval.number());
              started[0] += interval.series(0).started();
            });
    for (int c = 0; c < cells; c++) {
      IntervalRing ring = many.get(c);
      int length = intervals - 10 * c; // they end one after the other
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    for (int i = 0; i < length; i++) {
                      Interval interval = Aggregator.blank(used, catalog);
                      interval.series(0).start();
                      interval.span(i, i, i + 1L);
                      while (!ring.offer(interval)) {
                        LockSupport.parkNanos(1);
                      }
                    }
                  }));
    }
    boolean running = true;
    while (running) {
      running = false;
      for (int c = 0; c < cells; c++) {
        if (threads.get(c).isAlive()) {
          running = true;
        } else {
          merging.cellEnded(c);
        }
      }
      merging.drain();
    }
    assertEquals(intervals, next[0]);
    assertEquals(4 * intervals - 10 - 20 - 30, started[0]);
  }
}
