package io.sluice.gate.capacity;

/**
 * X(N) = γ N / (1 + σ (N - 1) + κ N (N - 1)).
 *
 * @param gamma per second
 */
record UslCurve(double gamma, double sigma, double kappa) {
  static final int PARAMETERS = 3;

  /** By θ = (ln γ, ln σ, ln κ). */
  static UslCurve at(double[] theta) {
    return new UslCurve(Math.exp(theta[0]), Math.exp(theta[1]), Math.exp(theta[2]));
  }

  private double slowdown(double n) {
    return 1 + sigma * (n - 1) + kappa * n * (n - 1);
  }

  double throughput(double n) {
    return gamma * n / slowdown(n);
  }

  /** Of the throughput at a point, by θ. */
  double[] gradient(UslPoint point) {
    double n = point.concurrency();
    double x = throughput(n);
    double d = slowdown(n);
    return new double[] {x, -x * sigma * (n - 1) / d, -x * kappa * n * (n - 1) / d};
  }

  /** N* = sqrt((1 - σ) / κ). */
  double peak() {
    return Math.sqrt((1 - sigma) / kappa);
  }

  double lnGamma() {
    return Math.log(gamma);
  }

  double lnSigma() {
    return Math.log(sigma);
  }

  double lnKappa() {
    return Math.log(kappa);
  }
}
