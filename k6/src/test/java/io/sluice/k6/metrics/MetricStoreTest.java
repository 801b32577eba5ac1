package io.sluice.k6.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricStoreTest {
  private final MetricRegistry registry = new MetricRegistry();
  private final Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
  private final MetricTotals totals = new MetricTotals();
  private final AtomicLong clock = new AtomicLong();

  private OptionalDouble value(Metric metric, Aggregation what) {
    return totals.value(metric, what, 2_000_000_000L);
  }

  @Test
  void countsSamplesForThePartsThatTheyMatch() {
    Metric auth = registry.part(duration, "endpoint:auth");
    Metric ok = registry.part(duration, "endpoint:auth,status:200");
    MetricStore store = new MetricStore(clock::get);
    TagSet tags = TagSet.root().with("endpoint", "auth");

    store.add(duration, 1, TagSet.root());
    store.add(duration, 2, tags.with("status", "500"));
    store.add(duration, 4, tags.with("status", "200"));
    store.drainTo(totals);

    assertEquals(3, totals.samples(duration));
    assertEquals(OptionalDouble.of(3), value(auth, Aggregation.AVG));
    assertEquals(OptionalDouble.of(4), value(ok, Aggregation.AVG));
  }

  @Test
  void seesAPartThatIsAddedLater() {
    MetricStore store = new MetricStore(clock::get);
    TagSet tags = TagSet.root().with("endpoint", "auth");
    registry.part(duration, "endpoint:cart");
    store.add(duration, 1, tags);

    Metric auth = registry.part(duration, "endpoint:auth");
    store.add(duration, 2, tags);
    store.drainTo(totals);

    assertEquals(1, totals.samples(auth));
  }

  @Test
  void hasTheLastGaugeOfAllCells() {
    Metric vus = registry.builtin(Builtins.VUS);
    MetricStore one = new MetricStore(clock::get);
    MetricStore two = new MetricStore(clock::get);
    clock.set(1);
    two.add(vus, 9, TagSet.EMPTY);
    clock.set(2);
    one.add(vus, 3, TagSet.EMPTY);
    one.drainTo(totals);
    two.drainTo(totals);

    assertEquals(OptionalDouble.of(3), value(vus, Aggregation.VALUE));
    assertEquals(OptionalDouble.of(3), value(vus, Aggregation.MIN));
    assertEquals(OptionalDouble.of(9), value(vus, Aggregation.MAX));
  }

  @Test
  void hasK6sNumbersOfNothing() {
    assertEquals(OptionalDouble.of(0), value(duration, Aggregation.percentile(95)));
    assertEquals(
        OptionalDouble.empty(), value(registry.builtin(Builtins.CHECKS), Aggregation.RATE));
    assertEquals(
        OptionalDouble.of(0), value(registry.builtin(Builtins.HTTP_REQS), Aggregation.COUNT));
    assertEquals(OptionalDouble.of(0), value(registry.builtin(Builtins.VUS), Aggregation.VALUE));
  }

  @Test
  void dividesACounterByTheTimeOfTheRun() {
    Metric requests = registry.builtin(Builtins.HTTP_REQS);
    MetricStore store = new MetricStore(clock::get);
    for (int i = 0; i < 5; i++) {
      store.add(requests, 1, TagSet.EMPTY);
    }
    store.drainTo(totals);

    assertEquals(OptionalDouble.of(2.5), value(requests, Aggregation.RATE));
    assertEquals(OptionalDouble.empty(), totals.value(requests, Aggregation.RATE, 0));
  }

  @Test
  void addsUpByScenarioAndGroup() {
    MetricStore store = new MetricStore(clock::get).bySection();
    Metric checks = registry.builtin(Builtins.CHECKS);
    TagSet root = TagSet.root();
    TagSet buying = root.with("scenario", "buying").with("group", "::cart::pay");
    store.add(checks, 1, buying.with("check", "is paid"));
    store.add(duration, 7, buying);
    store.add(duration, 9, root.with("scenario", "default").with("group", ""));
    store.add(duration, 9, root.with("group", "::setup"));
    store.drainTo(totals);
    store.add(duration, 9, buying);
    store.drainTo(totals);

    List<Section> sections = totals.sections();
    assertEquals(
        List.of(new Section.Key("buying", ""), new Section.Key("buying", "::cart::pay")),
        sections.stream().map(Section::key).toList());
    Section pay = sections.get(1);
    assertEquals(List.of(checks, duration), pay.metrics());
    assertEquals(OptionalDouble.of(8), pay.value(duration, Aggregation.AVG, 1));
    assertEquals(1, pay.checks().getFirst().passes());
    assertEquals("is paid", pay.checks().getFirst().name());
  }

  @Test
  void addsUpDrainsThatNobodyReads() {
    MetricStore store = new MetricStore(clock::get);
    for (int i = 0; i < 1_000; i++) {
      store.add(duration, i, TagSet.EMPTY);
      store.drainTo(totals);
      assertTrue(totals.waiting() <= MetricTotals.WAITING);
    }
    totals.settle();

    assertEquals(0, totals.waiting());
    assertEquals(1_000, totals.samples(duration));
  }

  @Test
  void isReadWhileCellsDrain() throws Exception {
    Metric requests = registry.builtin(Builtins.HTTP_REQS);
    int samples = 50_000;
    List<Thread> cells =
        Stream.generate(
                () ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              MetricStore store = new MetricStore(clock::get);
                              for (int i = 1; i <= samples; i++) {
                                store.add(requests, 1, TagSet.EMPTY);
                                store.add(duration, 5, TagSet.EMPTY);
                                if (i % 100 == 0) {
                                  store.drainTo(totals);
                                }
                              }
                            }))
            .limit(2)
            .toList();
    double before = 0;
    while (cells.stream().anyMatch(Thread::isAlive)) {
      double count = value(requests, Aggregation.COUNT).orElseThrow();
      assertTrue(count >= before, "totals only grow");
      assertEquals(0, count % 100, "only whole drains are seen");
      assertTrue(count == 0 || value(duration, Aggregation.MED).orElseThrow() == 5);
      before = count;
    }

    assertEquals(2L * samples, totals.samples(requests));
    assertEquals(OptionalDouble.of(5), value(duration, Aggregation.AVG));
  }

  @Test
  void allocatesNothingForTagsThatItKnows() {
    registry.part(duration, "expected_response:true");
    MetricStore store = new MetricStore(clock::get);
    Metric requests = registry.builtin(Builtins.HTTP_REQS);
    TagSet root = TagSet.of(Map.of("scenario", "default", "group", ""));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MetricTotals drained = new MetricTotals();

    long before = 0;
    for (int round = 0; round < 4; round++) {
      before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20_000; i++) {
        TagSet tags =
            root.with("method", "GET").with("url", "http://a/b").with("expected_response", "true");
        store.add(requests, 1, tags);
        store.add(duration, i, tags);
      }
      if (round < 3) {
        store.drainTo(drained);
        drained.settle(); // so that its sinks come back
      }
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated < 20_000, () -> allocated + " bytes for 40,000 samples");
  }
}
