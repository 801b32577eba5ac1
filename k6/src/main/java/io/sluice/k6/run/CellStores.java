package io.sluice.k6.run;

import io.sluice.engine.door.RequestNames;
import io.sluice.k6.metrics.CheckTotals;
import io.sluice.k6.metrics.CheckTree;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.Remembered;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the users of one cell add their samples to. Belongs to the cell's thread. */
final class CellStores {
  private static final long DRAIN_NANOS = 500_000_000;

  private final MetricStore metrics;
  private final CheckTree checks = new CheckTree();
  private final MetricTotals metricTotals;
  private final CheckTotals checkTotals;
  private final Map<Integer, TagSet> ofPhase = new HashMap<>();
  private final RequestNumbers numbers;
  private final Remembered remembered = new Remembered();
  private long drainAt;

  CellStores(
      MetricStore metrics, MetricTotals metricTotals, CheckTotals checkTotals, RequestNames names) {
    numbers = new RequestNumbers(names);
    this.metrics = metrics;
    this.metricTotals = metricTotals;
    this.checkTotals = checkTotals;
  }

  MetricStore metrics() {
    return metrics;
  }

  CheckTree checks() {
    return checks;
  }

  /**
   * The tags of a phase: one object for all users of the cell, so that what is derived from it is
   * derived once.
   */
  TagSet tags(int phase, Supplier<TagSet> made) {
    return ofPhase.computeIfAbsent(phase, _ -> made.get());
  }

  /** The numbers of their requests. */
  RequestNumbers numbers() {
    return numbers;
  }

  /** What the cell's users remember together. */
  Remembered remembered() {
    return remembered;
  }

  /** Passes on what was added, if that was not done just now. */
  void drainSometimes(long now) {
    if (now >= drainAt) {
      drainAt = now + DRAIN_NANOS;
      drain();
    }
  }

  /** Passes on what was added. */
  void drain() {
    metrics.drainTo(metricTotals);
    checks.drainTo(checkTotals);
  }
}
