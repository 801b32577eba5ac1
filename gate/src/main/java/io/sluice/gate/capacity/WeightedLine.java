package io.sluice.gate.capacity;

import java.util.ArrayList;
import java.util.List;

/**
 * A weighted regression y = a + b x with known precisions. With weights w and precisions τ = 1 /
 * Var(y), x̄ and ȳ the w-weighted means, u_i = x_i - x̄:
 *
 * <pre>
 *  b      = Σ w u y / Σ w u²          a = ȳ - b x̄
 *  Var b  = φ Σ w² u² / τ / (Σ w u²)²
 *  Var ȳ  = φ Σ w² / τ / (Σ w)²
 *  Cov    = φ Σ w² u / τ / (Σ w · Σ w u²)
 *  x(y0)  = x̄ + (y0 - ȳ) / b
 *  Var x  = (Var ȳ + (x - x̄)² Var b + 2 (x - x̄) Cov) / b²
 * </pre>
 *
 * <p>φ = max(1, Σ w e² / Σ (w / τ) · m / (m - 2)), with residuals e of m points: points that
 * scatter more than their precision allows widen the interval. Needs {@link #rises()}.
 */
final class WeightedLine {
  private record Point(double x, double y, double precision, double weight) {}

  private final List<Point> points = new ArrayList<>();

  void add(double x, double y, double precision, double weight) {
    points.add(new Point(x, y, precision, weight));
  }

  int points() {
    return points.size();
  }

  private double weights() {
    return points.stream().mapToDouble(Point::weight).sum();
  }

  private double meanX() {
    return points.stream().mapToDouble(p -> p.weight * p.x).sum() / weights();
  }

  private double meanY() {
    return points.stream().mapToDouble(p -> p.weight * p.y).sum() / weights();
  }

  private double spread() {
    double mean = meanX();
    return points.stream().mapToDouble(p -> p.weight * (p.x - mean) * (p.x - mean)).sum();
  }

  private double slope() {
    double mean = meanX();
    return points.stream().mapToDouble(p -> p.weight * (p.x - mean) * p.y).sum() / spread();
  }

  /** Whether there are at least two different x, and a slope above 0. */
  boolean rises() {
    double first = points.isEmpty() ? 0 : points.getFirst().x;
    return points.stream().anyMatch(p -> !ProbeTable.same(p.x, first)) && slope() > 0;
  }

  /** The x at which the line reaches y. */
  double solve(double y) {
    return meanX() + (y - meanY()) / slope();
  }

  /** Standard error of a solution x. */
  double errorOf(double x) {
    double mean = meanX();
    double spread = spread();
    double weights = weights();
    double ofSlope = 0;
    double ofMean = 0;
    double both = 0;
    for (Point p : points) {
      double u = p.x - mean;
      double w = p.weight * p.weight / p.precision;
      ofSlope += w * u * u;
      ofMean += w;
      both += w * u;
    }
    double far = x - mean;
    double variance =
        ofMean / (weights * weights)
            + far * far * ofSlope / (spread * spread)
            + 2 * far * both / (weights * spread);
    return Math.sqrt(scatter() * variance) / slope();
  }

  private double scatter() {
    int m = points.size();
    if (m < 3) {
      return 1;
    }
    double squares = 0;
    double expected = 0;
    for (Point p : points) {
      double e = p.y - meanY() - slope() * (p.x - meanX());
      squares += p.weight * e * e;
      expected += p.weight / p.precision;
    }
    return Math.max(1, squares / expected * m / (m - 2));
  }
}
