package io.sluice.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.door.Answer;
import io.sluice.engine.door.Call;
import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.engine.door.GuestCode;
import io.sluice.engine.door.RequestNames;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Target;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users whose iterations are code, over real sockets. */
@Timeout(60)
class CodeTest extends CodeRun {
  private static final String OK = "HTTP/1.1 200 OK\r\nX-One: 1\r\nContent-Length: 2\r\n\r\nok";

  private static Target local(RawServer server) {
    return new Target("http", "127.0.0.1", server.port());
  }

  @Test
  void whatCodeObservesLiesWhereItsLastRequestDoes() {
    try (RawServer server = RawServer.answering(OK)) {
      int late = checks.number("long after the answer", "");
      Interval total =
          run(
              plan(
                  new ArrivalModel.ConstantUsers(2, Duration.ofMillis(200)), Duration.ofSeconds(9)),
              2,
              each(
                  door -> {
                    door.observations().check(checks.number("at first", "a"), true);
                    door.send(get(door, local(server), "/a"));
                    door.sleep(400_000_000); // beyond the window's end
                    door.observations().check(late, false);
                    door.observations().number(0, 1.5);
                    door.send(get(door, local(server), "/b"));
                    door.observations().number(0, 4);
                    door.observations().distributed(1, 3.5);
                  }),
              new StopSignal());

      int drain = 1;
      assertEquals(2, total.check(late).fails());
      assertEquals(2, total.check(checks.number("at first", "a")).passes());
      assertEquals(3, total.metric(0).sum());
      assertEquals(8, total.metric(2 * drain).sum());
      assertEquals(7, total.metric(2 * drain + 1).sum());
      assertEquals(3_500, (double) total.metric(2 * drain + 1).trend().getMaxValue(), 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyRequestOfCodeIsCounted(int cells) {
    try (RawServer server = RawServer.answering(OK)) {
      List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
      Interval total =
          run(
              plan(
                  new ArrivalModel.Iterations(5, 20, Duration.ofSeconds(50)),
                  Duration.ofSeconds(5)),
              cells,
              each(
                  door -> {
                    answers.add(door.send(get(door, local(server), "/a")));
                    answers.add(door.send(get(door, local(server), "/b")));
                  }),
              new StopSignal());

      assertEquals(200, answers.size());
      assertEquals(100, total.series(0).outcome(Outcome.OK));
      assertEquals(100, total.series(1).outcome(Outcome.OK));
      assertEquals(100, total.health().get(Counter.ITERATIONS));
      assertEquals(5, total.health().get(Counter.CONNECTS));
      Answer answer = answers.getFirst();
      assertEquals("ok", new String(requireNonNull(answer.body()), StandardCharsets.UTF_8));
      assertEquals(
          "X-One: 1\nContent-Length: 2\n", new String(answer.headLines(), StandardCharsets.UTF_8));
      assertEquals("HTTP/1.1", answer.protocol());
      assertTrue(answer.released() <= answer.written() && answer.firstByte() <= answer.done());
      assertEquals(List.of("/a", "/b"), names.requests().stream().map(r -> r.name()).toList());
      assertEquals(List.of(local(server)), names.targets());
    }
  }

  @Test
  void iterationsAreSharedToTheLastOne() {
    AtomicInteger ran = new AtomicInteger();
    for (int cells : new int[] {1, 3}) {
      ran.set(0);
      Interval total =
          run(
              plan(
                  new ArrivalModel.SharedIterations(4, 101, Duration.ofSeconds(50)),
                  Duration.ofSeconds(5)),
              cells,
              each(_ -> ran.incrementAndGet()),
              new StopSignal());
      assertEquals(101, ran.get());
      assertEquals(101, total.health().get(Counter.ITERATIONS));
    }
  }

  @Test
  void requestsOfOneUserGoSideBySide() {
    try (RawServer server = RawServer.answering(OK)) {
      AtomicInteger together = new AtomicInteger();
      Interval total =
          run(
              plan(new ArrivalModel.Iterations(1, 10, Duration.ofSeconds(50)), Duration.ZERO),
              1,
              each(
                  door -> {
                    int[] left = {6};
                    for (int i = 0; i < 6; i++) {
                      door.submit(
                          get(door, local(server), "/c"),
                          answer -> {
                            together.addAndGet(answer.status() == 200 ? 1 : 0);
                            if (--left[0] == 0) {
                              door.wake();
                            }
                          });
                    }
                    while (left[0] > 0) {
                      door.await(Long.MAX_VALUE);
                    }
                  }),
              new StopSignal());
      assertEquals(60, together.get());
      assertEquals(60, total.series(0).outcome(Outcome.OK));
      assertEquals(6, total.health().get(Counter.CONNECTS));
    }
  }

  @Test
  void sleepIsThinkTimeAndNobodysDelay() {
    try (RawServer server = RawServer.answering(OK)) {
      List<Long> slept = Collections.synchronizedList(new ArrayList<>());
      Interval total =
          run(
              plan(new ArrivalModel.Iterations(3, 5, Duration.ofSeconds(50)), Duration.ZERO),
              1,
              each(
                  door -> {
                    long before = door.now();
                    door.sleep(40_000_000);
                    slept.add(door.now() - before);
                    door.send(get(door, local(server), "/s"));
                  }),
              new StopSignal());
      assertEquals(15, slept.size());
      assertTrue(slept.stream().allMatch(nanos -> nanos >= 40_000_000), () -> "" + slept);
      assertTrue(total.series(0).okResponse().getMaxValue() < 35_000);
    }
  }

  @Test
  void anyThreadMayWakeAUser() {
    AtomicInteger woken = new AtomicInteger();
    Interval total =
        run(
            plan(new ArrivalModel.Iterations(8, 20, Duration.ofSeconds(50)), Duration.ZERO),
            2,
            each(
                door -> {
                  AtomicInteger told = new AtomicInteger();
                  Thread.ofPlatform()
                      .start(
                          () -> {
                            told.set(1);
                            door.wakeFromAnywhere();
                          });
                  while (told.get() == 0) {
                    door.await(Long.MAX_VALUE);
                  }
                  woken.incrementAndGet();
                }),
            new StopSignal());
    assertEquals(160, woken.get());
    assertEquals(160, total.health().get(Counter.ITERATIONS));
  }

  @Test
  void whatIsCutFailsInEveryCallAndIsCounted() {
    AtomicInteger cuts = new AtomicInteger();
    try (RawServer server = RawServer.start(CodeTest::neverAnswer)) {
      long start = System.nanoTime();
      Interval total =
          run(
              plan(
                  new ArrivalModel.ConstantUsers(4, Duration.ofMillis(300)),
                  Duration.ofMillis(200)),
              1,
              each(
                  door -> {
                    Call call = get(door, local(server), "/never");
                    RuntimeException cut =
                        assertThrows(RuntimeException.class, () -> door.send(call));
                    assertThrows(RuntimeException.class, () -> door.sleep(1_000_000));
                    cuts.incrementAndGet();
                    throw cut;
                  }),
              new StopSignal());
      assertEquals(4, cuts.get());
      assertEquals(4, total.series(0).outcome(Outcome.ABORTED));
      assertEquals(4, total.health().get(Counter.INTERRUPTED));
      assertEquals(0, total.health().get(Counter.ITERATIONS));
      assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }
  }

  @Test
  void aNameWithoutAnAddressIsToldToTheCode() {
    AtomicInteger unknown = new AtomicInteger();
    run(
        plan(new ArrivalModel.Iterations(2, 2, Duration.ofSeconds(50)), Duration.ZERO),
        1,
        each(
            door -> {
              assertThrows(
                  UnknownHostException.class,
                  () -> door.target(new Target("http", "no-such-host.invalid", 80)));
              unknown.incrementAndGet();
            }),
        new StopSignal());
    assertEquals(4, unknown.get());
  }

  @Test
  void arrivalsTakeUsersThatAreReady() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    GuestCode code =
        new GuestCode() {
          @Override
          public Guest guest(Door door) {
            made.incrementAndGet();
            return new Guest() {
              @Override
              public void iterate() {
                door.sleep(5_000_000);
              }

              @Override
              public void close() {
                closed.incrementAndGet();
              }
            };
          }

          @Override
          public int readyUsers() {
            return 10;
          }
        };
    Interval total =
        run(
            plan(
                new ArrivalModel.ConstantRate(
                    100, Duration.ofSeconds(1), ArrivalModel.Spacing.FROM_START, 10),
                Duration.ofSeconds(1)),
            2,
            code,
            new StopSignal());
    assertEquals(10, made.get());
    assertEquals(10, closed.get());
    assertEquals(100, total.health().get(Counter.ITERATIONS) + total.health().get(Counter.DROPPED));
  }

  @Test
  void codeThatBreaksEndsTheRunWithItsCause() {
    LoadPlan plan =
        plan(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(50)), Duration.ofSeconds(1));
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    plan,
                    1,
                    each(
                        _ -> {
                          throw new IllegalArgumentException("a defect");
                        }),
                    new StopSignal()));
    assertTrue(String.valueOf(failure.getMessage()).contains("a defect"), () -> "" + failure);
    assertFalse(names.requests().stream().anyMatch(r -> r.name().isEmpty()));
  }

  @Test
  void requestsBeyondTheRoomAreCountedAsOne() {
    Target target = new Target("http", "a.test", 80);
    for (int i = 0; i < 20; i++) {
      assertEquals(
          Math.min(i, ROOM - 1), names.number("r" + i, "", Map.of(), "GET", target), "r" + i);
    }
    assertEquals(3, names.number("r3", "", Map.of(), "GET", target));
    assertEquals(RequestNames.OTHERS, names.requests().getLast().name());
    assertEquals(ROOM, names.requests().size());
  }
}
