package io.sluice.truth;

/** M/D/1 by its exponential tail; see {@link CapacityExperiment#md1}. */
final class ConstantService {
  private ConstantService() {}

  /** P(R &gt; t) at arrival rate λ, for t of many services. */
  static double slower(double lambda, double service, double t) {
    double rho = lambda * service;
    double theta = root(lambda, service);
    double amplitude = (1 - rho) / (rho * Math.exp(theta * service) - 1);
    return amplitude * Math.exp(-theta * (t - service));
  }

  /** The θ &gt; 0 with λ (exp(θ D) - 1) = θ. */
  private static double root(double lambda, double service) {
    double low = 1e-9 / service;
    double high = 1 / service;
    while (lambda * (Math.exp(high * service) - 1) < high) {
      high *= 2;
    }
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (lambda * (Math.exp(middle * service) - 1) < middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The arrival rate at which a share of requests is slower than t. */
  static double rateAt(double service, double t, double share) {
    double low = 0.3 / service;
    double high = (1 - 1e-9) / service;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (slower(middle, service, t) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
