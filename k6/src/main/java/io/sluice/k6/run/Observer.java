package io.sluice.k6.run;

import io.sluice.k6.ExitCode;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.metrics.threshold.ThresholdReport;
import io.sluice.k6.metrics.threshold.ThresholdWatch;
import io.sluice.k6.options.SystemTag;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;

/**
 * Watches the load: how many users there are, what was dropped, and whether a threshold ends it.
 * Called on the aggregator's thread.
 */
final class Observer implements IntervalListener {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final TestState test;
  private final ThresholdWatch thresholds;
  private final CellStores stores;
  private long nextSample;
  private long nextLook = ThresholdWatch.EVERY_NANOS;

  Observer(TestState test, ThresholdWatch thresholds) {
    this.test = test;
    this.thresholds = thresholds;
    stores = test.newStores();
  }

  @Override
  public void onInterval(Interval interval) {
    TagSet tags = TagSet.of(test.options.tags());
    for (int phase = 0; phase < test.options.scenarios().size(); phase++) {
      dropped(phase, test.takeDropped(phase));
    }
    if (interval.toNanos() >= nextSample) {
      nextSample = interval.toNanos() + EVERY_NANOS;
      stores
          .metrics()
          .add(test.definitions.users, (double) interval.health().get(Counter.USERS), tags);
      stores.metrics().add(test.definitions.mostUsers, (double) test.initialized.get(), tags);
    }
    stores.drain();
    test.metrics.settle();
    if (interval.toNanos() >= nextLook) {
      nextLook = interval.toNanos() + ThresholdWatch.EVERY_NANOS;
      look();
    }
  }

  private void look() {
    ThresholdReport report = thresholds.evaluate(test.metrics, test.elapsedNanos(), false);
    if (report.abort()) {
      test.end(ExitCode.THRESHOLDS_FAILED, report.sentence());
    }
  }

  /** Counts iterations of a scenario that were not begun: nobody was free, or there was no time. */
  void dropped(int phase, long count) {
    if (count > 0) {
      TagSet tags = TagSet.of(test.options.tags());
      if (test.options.systemTags().contains(SystemTag.SCENARIO)) {
        tags = tags.with("scenario", test.scenario(phase).common().name());
      }
      stores.metrics().add(test.definitions.dropped, (double) count, tags);
    }
  }

  /** Passes on what it still has. */
  void drain() {
    stores.drain();
  }
}
