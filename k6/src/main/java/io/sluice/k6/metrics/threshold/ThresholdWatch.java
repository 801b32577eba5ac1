package io.sluice.k6.metrics.threshold;

import io.sluice.k6.metrics.MetricTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Looks at the thresholds while a run goes on, and at its end.
 *
 * <p>While it goes on, metrics without samples are passed over. A threshold that aborts does so
 * once it does not hold and the run has gone on for longer than its delay; the samples from before
 * count. At the end everything is looked at: a trend without samples has the value 0, a counter
 * too; a rate without samples has none, and its thresholds hold.
 *
 * <p>Threads: one calls {@link #evaluate}; totals may be written meanwhile.
 */
public final class ThresholdWatch {
  /** How often k6 looks, in nanoseconds. */
  public static final long EVERY_NANOS = 2_000_000_000L;

  private final Thresholds thresholds;
  private boolean aborted;

  /** A watch on a run's thresholds. */
  public ThresholdWatch(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /**
   * Looks at all thresholds.
   *
   * @param elapsedNanos how long the run has gone on since before {@code setup}, in nanoseconds
   * @param last whether the run is over
   */
  public ThresholdReport evaluate(MetricTotals totals, long elapsedNanos, boolean last) {
    totals.settle(); // cells need not, even if there are no thresholds
    List<ThresholdResult> results = new ArrayList<>();
    for (Threshold threshold : thresholds.list()) {
      ThresholdResult result = evaluate(threshold, totals, elapsedNanos, last);
      results.add(result);
      if (!result.ok()
          && threshold.abortOnFail()
          && !last
          && threshold.delayAbortNanos() < elapsedNanos) {
        aborted = true;
      }
    }
    return new ThresholdReport(thresholds.metrics(), results, aborted);
  }

  private static ThresholdResult evaluate(
      Threshold threshold, MetricTotals totals, long elapsedNanos, boolean last) {
    if (!last && totals.samples(threshold.metric()) == 0) {
      return new ThresholdResult(threshold, true, null);
    }
    OptionalDouble value = totals.value(threshold.metric(), threshold.aggregation(), elapsedNanos);
    ThresholdExpression expression = threshold.expression();
    boolean ok =
        value.isEmpty() || expression.operator().holds(value.getAsDouble(), expression.limit());
    return new ThresholdResult(threshold, ok, value.isPresent() ? value.getAsDouble() : null);
  }
}
