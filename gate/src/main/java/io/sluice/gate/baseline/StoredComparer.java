package io.sluice.gate.baseline;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Metric;
import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.Holm;
import io.sluice.gate.stats.Wilson;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Compares a run with earlier ones by what is stored of them: percentiles by {@link
 * RelativeChange}, error rates by Newcombe's hybrid score interval on as many requests as they are
 * worth (n / D, with D the largest design effect that is known). What a comparison of the run logs
 * has besides, pairs of seconds and throughput, is gone. The rule is the same: a regression is
 * beyond its margin and survives Holm's procedure over all comparisons.
 *
 * <p>Immutable.
 */
public final class StoredComparer {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final Criteria criteria;
  private final double tail;

  /** A comparer by criteria; of its times only percentiles are compared. */
  public StoredComparer(Criteria criteria) {
    this.criteria = criteria;
    tail = Decimals.complement(criteria.confidence()) / 2;
  }

  /** Compares a run with a baseline of the same fingerprint. */
  public StoredComparison compare(Baseline earlier, BaselineRun now) {
    List<StoredDifference> all = new ArrayList<>(of("", earlier, now));
    now.requests().keySet().stream()
        .filter(earlier::has)
        .forEach(name -> all.addAll(of(name, earlier, now)));
    double[] p = all.stream().mapToDouble(StoredDifference::p).toArray();
    boolean[] real = Holm.rejected(p, Decimals.complement(criteria.confidence()));
    List<StoredDifference> judged = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      StoredDifference difference = all.get(i);
      boolean chance = difference.change() == Change.REGRESSION && !real[i];
      judged.add(chance ? difference.as(Change.INCONCLUSIVE) : difference);
    }
    return StoredComparison.of(judged, earlier.runs().size());
  }

  private List<StoredDifference> of(String request, Baseline earlier, BaselineRun now) {
    List<StoredDifference> differences = new ArrayList<>();
    for (Metric metric : criteria.times()) {
      if (metric instanceof Metric.Quantile quantile) {
        differences.add(times(request, quantile, earlier, now));
      }
    }
    differences.add(errors(request, earlier, now));
    return differences;
  }

  private StoredDifference times(
      String request, Metric.Quantile metric, Baseline earlier, BaselineRun now) {
    QuantileEstimate estimate = now.series(request).quantile(metric.q());
    double before = earlier.quantile(request, metric.q()).nanos();
    RelativeChange change = earlier.change(request, metric.q(), estimate);
    Bounds bounds = change.bounds(tail);
    double margin = criteria.margins().of(metric, before);
    double above = change.pAbove(0);
    return new StoredDifference(
        request,
        metric,
        before,
        estimate.nanos(),
        change.estimate(),
        bounds,
        Math.expm1(margin),
        Double.isNaN(bounds.low()) ? 1 : Math.min(1, 2 * Math.min(above, 1 - above)),
        Change.of(Math.log1p(bounds.low()), Math.log1p(bounds.high()), margin));
  }

  private StoredDifference errors(String request, Baseline earlier, BaselineRun now) {
    Worth a = Worth.of(earlier.runs().stream().map(run -> run.series(request)).toList());
    Worth b = Worth.of(List.of(now.series(request)));
    Bounds ofA = Wilson.bounds(a.bad, a.all, tail);
    Bounds ofB = Wilson.bounds(b.bad, b.all, tail);
    double d = b.share() - a.share();
    Bounds interval =
        Double.isNaN(d)
            ? Bounds.NONE
            : new Bounds(
                d - Math.hypot(b.share() - ofB.low(), ofA.high() - a.share()),
                d + Math.hypot(ofB.high() - b.share(), a.share() - ofA.low()));
    Metric metric = new Metric.ErrorRate();
    double margin = criteria.margins().of(metric, a.share());
    return new StoredDifference(
        request,
        metric,
        a.share(),
        b.share(),
        d,
        interval,
        margin,
        p(a, b),
        Change.of(interval.low(), interval.high(), margin));
  }

  /** Of "the shares are alike", by the pooled two-sample test. */
  private static double p(Worth a, Worth b) {
    double pooled = (a.bad + b.bad) / (a.all + b.all);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / a.all + 1 / b.all));
    return error > 0
        ? 2 * NORMAL.cumulativeProbability(-Math.abs(b.share() - a.share()) / error)
        : 1;
  }

  /** Requests as so many independent ones. */
  private record Worth(double bad, double all) {
    static Worth of(List<SeriesTotal> runs) {
      double bad = 0;
      double all = 0;
      for (SeriesTotal run : runs) {
        double effect =
            run.effects().stream()
                .filter(level -> level.effect().known())
                .mapToDouble(level -> level.effect().factor())
                .max()
                .orElse(Double.POSITIVE_INFINITY); // worth nothing where it is not known
        bad += run.failed() / effect;
        all += run.requests() / effect;
      }
      return new Worth(bad, all);
    }

    double share() {
      return all > 0 ? bad / all : Double.NaN;
    }
  }
}
