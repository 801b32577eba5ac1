package io.sluice.gate.capacity;

import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Counts the bad requests of one objective, slice by slice, as the gate does: slower than the limit
 * or failed for a quantile of the response time, failed for an error rate or an availability. Other
 * objectives have no share that could be interpolated.
 */
final class BadCounter {
  private final Objective objective;
  private final double allowed;
  private final double limitNanos;
  private final List<Integer> series;
  private final SliceCounts slices = new SliceCounts();

  private BadCounter(RunResult run, Objective objective, double allowed, double limitNanos) {
    this.objective = objective;
    this.allowed = allowed;
    this.limitNanos = limitNanos;
    SeriesCatalog catalog = run.catalog();
    series =
        IntStream.range(0, catalog.seriesCount())
            .filter(catalog::reachable)
            .filter(s -> objective.selection().matches(catalog.series(s)))
            .boxed()
            .toList();
  }

  /** The counters of a run's objectives, those that decide its verdict. */
  static List<BadCounter> of(RunResult run) {
    return run.plan().objectives().stream()
        .filter(objective -> objective.severity() == Objective.Severity.FAIL)
        .map(objective -> of(run, objective))
        .filter(counter -> counter.allowed > 0)
        .toList();
  }

  private static BadCounter of(RunResult run, Objective objective) {
    return switch (objective.measure()) {
      case Measure.ResponseQuantile quantile ->
          new BadCounter(run, objective, Decimals.complement(quantile.q()), objective.threshold());
      case Measure.ErrorRate _ ->
          new BadCounter(run, objective, objective.threshold(), Double.POSITIVE_INFINITY);
      case Measure.Availability _ ->
          new BadCounter(
              run, objective, Decimals.complement(objective.threshold()), Double.POSITIVE_INFINITY);
      default -> new BadCounter(run, objective, 0, Double.POSITIVE_INFINITY);
    };
  }

  void take(Interval interval) {
    long bad = 0;
    long all = 0;
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null && Double.isInfinite(limitNanos)) {
        bad += cell.failed();
        all += cell.finished();
      } else if (cell != null) {
        long failed = cell.failedResponse().getTotalCount();
        long cut = slower(cell.abortedAge());
        bad += slower(cell.okResponse()) + failed + cut;
        all += cell.okResponse().getTotalCount() + failed + cut;
      }
    }
    slices.add(bad, all);
  }

  private long slower(Histogram micros) {
    double limit = Math.min(Times.MAX_MICROS - 1.0, Math.ceil(limitNanos / 1000));
    return micros.getTotalCount() == 0
        ? 0
        : micros.getTotalCount() - micros.getCountBetweenValues(0, (long) limit);
  }

  /**
   * The share so far.
   *
   * @param missing requests that were not even sent, all of them bad
   * @param worth effective samples per sample, as the gate found; 0 if it could not tell: then by
   *     the {@link DesignEffect} of the decided slices alone
   */
  BadShare share(long missing, double worth) {
    long all = slices.all() + missing;
    double each = worth > 0 ? Math.min(1, worth) : 1 / DesignEffect.of(slices).factor();
    return new BadShare(objective.expression(), slices.bad() + missing, all, all * each, allowed);
  }

  /** Whose share it is. */
  Objective objective() {
    return objective;
  }
}
