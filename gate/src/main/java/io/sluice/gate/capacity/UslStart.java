package io.sluice.gate.capacity;

import java.util.List;

/**
 * Where a fit of the scalability law starts: with γ0 the largest X / N, γ0 N / X - 1 = σ (N - 1) +
 * κ N (N - 1) is linear in σ and κ, and solved by least squares.
 */
final class UslStart {
  private static final double LEAST = 1e-6;

  private UslStart() {}

  /** θ = (ln γ, ln σ, ln κ). */
  static double[] of(List<UslPoint> points) {
    double gamma =
        points.stream().mapToDouble(p -> p.throughput() / p.concurrency()).max().orElse(1);
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ay = 0;
    double by = 0;
    for (UslPoint point : points) {
      double n = point.concurrency();
      double a = n - 1;
      double b = n * (n - 1);
      double y = gamma * n / point.throughput() - 1;
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * y;
      by += b * y;
    }
    double determinant = aa * bb - ab * ab;
    double sigma = (ay * bb - by * ab) / determinant;
    double kappa = (by * aa - ay * ab) / determinant;
    return new double[] {Math.log(gamma), Math.log(bounded(sigma)), Math.log(bounded(kappa))};
  }

  private static double bounded(double value) {
    return value > LEAST ? Math.min(value, 0.9) : LEAST;
  }
}
