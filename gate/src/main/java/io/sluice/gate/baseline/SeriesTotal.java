package io.sluice.gate.baseline;

import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.OrderStatistics;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a whole run saw of a request, or of all requests.
 *
 * @param times response times in microseconds; nobody may record into it
 * @param failed requests that are slower than any
 * @param effects design effects by level
 */
public record SeriesTotal(Histogram times, long failed, List<LevelEffect> effects) {
  private static final double TAIL = 0.025;
  private static final double Z =
      -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(TAIL);

  public SeriesTotal {
    effects = List.copyOf(effects);
  }

  /** Requests, failed ones included. */
  public long requests() {
    return times.getTotalCount() + failed;
  }

  /**
   * The quantile with the standard error that its order-statistics interval implies (Woodruff
   * 1952): with n requests worth v, and the ends of the 95 % interval of v independent ones,
   *
   * <pre>
   *  v = min(n, n / D (z / t_{M-1})²)
   *  standard error of ln Q = (ln high - ln low) / 2z
   * </pre>
   *
   * <p>D is the design effect by M batches.
   */
  public QuantileEstimate quantile(double q) {
    long n = requests();
    if (n == 0) {
      return new QuantileEstimate(Double.NaN, Double.POSITIVE_INFINITY);
    }
    double log = atRank(Decimals.nearestRank(q, n));
    DesignEffect effect = LevelEffect.at(q, effects);
    if (!effect.known()) {
      return new QuantileEstimate(log, Double.POSITIVE_INFINITY);
    }
    double t = -new TDistribution(null, effect.batches() - 1.0).inverseCumulativeProbability(TAIL);
    double worth = Math.min((double) n, n / effect.factor() * Math.pow(Z / t, 2));
    OrderStatistics ranks = OrderStatistics.of(n, Math.max(1, worth), q, TAIL);
    double low = ranks.lower() == 0 ? Double.NEGATIVE_INFINITY : atRank(ranks.lower());
    double high = atRank(ranks.upper());
    boolean bounded = Double.isFinite(low) && Double.isFinite(high);
    return new QuantileEstimate(log, bounded ? (high - low) / (2 * Z) : Double.POSITIVE_INFINITY);
  }

  private double atRank(long rank) {
    long timed = times.getTotalCount();
    return rank > timed
        ? Double.POSITIVE_INFINITY
        : Math.log(times.getValueAtPercentile(100 * (rank - 0.5) / timed) * 1000.0);
  }
}
