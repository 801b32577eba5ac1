package io.sluice.gate.baseline;

import io.sluice.gate.stats.Bounds;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far a new run's percentile is from its baseline. With x = ln Q, r baseline runs of mean m and
 * standard deviation s, and standard errors from within the runs:
 *
 * <pre>
 *  estimate = exp(x_new - m) - 1
 *  within   = √(SE_new² + Σ SE_i² / r²),   normal
 *  between  = s √(1 + 1 / r),              t_{r-1}, for r &gt;= {@value #RUNS_TO_KNOW_SPREAD}
 * </pre>
 *
 * <p>The wider interval of the two holds. {@code within} alone does not know that runs differ from
 * each other: simulated with runs that differ by 4 %, it calls 63 % of equal pairs different, where
 * the prediction interval {@code between} keeps its 5 %.
 *
 * @param log ln(new / baseline); infinite where only one of them has the percentile
 * @param within standard error from within the runs; infinite if a run is too short to tell
 * @param between standard error between runs; 0 where the runs are too few
 * @param runs r
 */
public record RelativeChange(double log, double within, double between, int runs) {
  /** With fewer runs their spread is not known. */
  public static final int RUNS_TO_KNOW_SPREAD = 3;

  /** New / baseline - 1: 0.1 where the new run is 10 % slower. */
  public double estimate() {
    return Math.expm1(log);
  }

  /**
   * The interval of new / baseline - 1, {@code tail} left out on each side; none where a run is too
   * short to tell.
   */
  public Bounds bounds(double tail) {
    if (Double.isInfinite(log) && Double.isFinite(within)) {
      return new Bounds(Math.expm1(log), Math.expm1(log));
    }
    double half = halfWidth(tail);
    return Double.isFinite(half) && Double.isFinite(log)
        ? new Bounds(Math.expm1(log - half), Math.expm1(log + half))
        : Bounds.NONE;
  }

  private double halfWidth(double tail) {
    double byWithin = -normal().inverseCumulativeProbability(tail) * within;
    return knowsSpread()
        ? Math.max(byWithin, -student().inverseCumulativeProbability(tail) * between)
        : byWithin;
  }

  /**
   * p-value of "the change is at most {@code margin}", such as 0.05: small where the new run is
   * slower by more. The interval's lower end is above the margin where this is below its tail.
   */
  public double pAbove(double margin) {
    double distance = log - Math.log1p(margin);
    if (Double.isNaN(distance) || Double.isInfinite(within)) {
      return 0.5;
    }
    double p = p(normal(), distance, within);
    double byRuns = knowsSpread() ? p(student(), distance, between) : p;
    return distance > 0 ? Math.max(p, byRuns) : Math.min(p, byRuns);
  }

  /** p-value of "the change is at least {@code margin}": small where it is proven to be less. */
  public double pBelow(double margin) {
    return 1 - pAbove(margin);
  }

  /** Whether the runs are enough to know how much runs differ from each other. */
  public boolean knowsSpread() {
    return runs >= RUNS_TO_KNOW_SPREAD;
  }

  /** How it was found, for the reader of a verdict. */
  public String method() {
    return switch (runs) {
      case 1 -> "against one run: how much runs differ from each other is not known";
      case 2 -> "against two runs, pooled: how much runs differ from each other is not known";
      default -> "against %d runs, by what they differ from each other".formatted(runs);
    };
  }

  private static double p(RealDistribution distribution, double distance, double error) {
    if (!(error > 0)) {
      return distance > 0 ? 0 : distance < 0 ? 1 : 0.5;
    }
    return distribution.cumulativeProbability(-distance / error);
  }

  private static NormalDistribution normal() {
    return new NormalDistribution(null, 0, 1);
  }

  private TDistribution student() {
    return new TDistribution(null, runs - 1.0);
  }
}
