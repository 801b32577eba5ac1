package io.sluice.k6.metrics;

/**
 * A sum of doubles that keeps what rounding takes away (Neumaier), so that it comes out the same
 * however its terms are grouped: a run's totals must not depend on when cells were drained.
 */
final class Sum {
  private double sum;
  private double carry;

  void add(double x) {
    double t = sum + x;
    carry += Math.abs(sum) >= Math.abs(x) ? (sum - t) + x : (x - t) + sum;
    sum = t;
  }

  void add(Sum other) {
    add(other.sum);
    carry += other.carry;
  }

  void reset() {
    sum = 0;
    carry = 0;
  }

  double value() {
    return Double.isFinite(sum) ? sum + carry : sum;
  }
}
