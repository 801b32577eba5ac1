package io.sluice.gate.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of a series of slices and its interval by batch means (Alexopoulos and Seila), as a
 * ratio: slice s contributes the sum y_s of n_s values. For batches of b = 1, 2, 4, … adjacent
 * slices, as long as there are M &gt;= 15 of them, with e_j = y_j - mean n_j:
 *
 * <pre>
 *  SE_b² = M / (M - 1) · Σ e_j² / (Σ n_j)²
 * </pre>
 *
 * <p>The batch length with the widest interval t_{M-1} SE_b is taken.
 *
 * @param mean Σ y / Σ n
 * @param standardError of the mean
 * @param batches M of the batch length taken; 0 if there are too few slices
 * @param kurtosis of the e_j of single slices; 3 for a normal distribution
 */
public record BatchMeans(double mean, double standardError, int batches, double kurtosis) {
  /** With fewer slices there is no interval. */
  public static final int MIN_BATCHES = 15;

  /** The batch means of slices with {@code sums[s]} over {@code weights[s]} values. */
  public static BatchMeans of(double[] sums, double[] weights, double tail) {
    double total = Arrays.stream(weights).sum();
    double mean = total > 0 ? Arrays.stream(sums).sum() / total : Double.NaN;
    double[] e = new double[sums.length];
    for (int s = 0; s < e.length; s++) {
      e[s] = sums[s] - mean * weights[s];
    }
    BatchMeans widest = new BatchMeans(mean, Double.NaN, 0, Double.NaN);
    if (!(total > 0)) {
      return widest;
    }
    for (int b = 1; e.length / b >= MIN_BATCHES; b *= 2) {
      int m = e.length / b;
      double squares = 0;
      double weight = 0;
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int s = j * b; s < (j + 1) * b; s++) {
          sum += e[s];
          weight += weights[s];
        }
        squares += sum * sum;
      }
      double error = Math.sqrt(m / (m - 1.0) * squares) / weight;
      BatchMeans batching = new BatchMeans(mean, error, m, kurtosis(e));
      if (widest.batches == 0 || batching.halfWidth(tail) > widest.halfWidth(tail)) {
        widest = batching;
      }
    }
    return widest;
  }

  private static double kurtosis(double[] e) {
    double second = Arrays.stream(e).map(x -> x * x).average().orElse(0);
    double fourth = Arrays.stream(e).map(x -> x * x * x * x).average().orElse(0);
    return second > 0 ? fourth / (second * second) : 0;
  }

  /** Whether there are slices enough for an interval. */
  public boolean bounded() {
    return batches >= MIN_BATCHES;
  }

  /** Half the interval, {@code tail} left out on each side. */
  public double halfWidth(double tail) {
    return -new TDistribution(null, batches - 1).inverseCumulativeProbability(tail) * standardError;
  }

  /** The interval, {@code tail} left out on each side. */
  public Bounds bounds(double tail) {
    double half = bounded() ? halfWidth(tail) : Double.NaN;
    return bounded() ? new Bounds(mean - half, mean + half) : Bounds.NONE;
  }

  /** p-value of "the mean is at least x": small where the slices say that it is below. */
  public double pBelow(double x) {
    return 1 - pAbove(x);
  }

  /** p-value of "the mean is at most x": small where the slices say that it is above. */
  public double pAbove(double x) {
    if (!(standardError > 0)) {
      return mean > x ? 0 : mean < x ? 1 : 0.5;
    }
    double t = (mean - x) / standardError;
    return new TDistribution(null, batches - 1).cumulativeProbability(-t);
  }
}
