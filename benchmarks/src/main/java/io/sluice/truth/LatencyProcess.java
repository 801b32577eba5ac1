package io.sluice.truth;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How the latencies of a simulated target go together. Time runs in slices of a second; all
 * requests of a slice share its level.
 */
sealed interface LatencyProcess {
  /** Its name in tables. */
  String name();

  /** The quantile q of a request at a random time, in milliseconds. */
  double quantile(double q);

  /** A run of it. */
  Run run(SplittableRandom random);

  /** One run: moves on slice by slice. */
  interface Run {
    /** Goes to the next slice. */
    void next();

    /** The latency of a request in this slice, in milliseconds. */
    double draw();
  }

  /** Log-normal, every request for itself. */
  record Independent(double median, double sigma) implements LatencyProcess {
    @Override
    public String name() {
      return "independent";
    }

    @Override
    public double quantile(double q) {
      return median * Math.exp(sigma * normal(q));
    }

    @Override
    public Run run(SplittableRandom random) {
      return new Run() {
        @Override
        public void next() {}

        @Override
        public double draw() {
          return median * Math.exp(sigma * random.nextGaussian());
        }
      };
    }
  }

  /**
   * Log-normal around a level that moves from second to second: level_s = rho level_{s-1} + sqrt(1
   * - rho²) e_s, e_s standard normal; latency = median exp(between level + within noise).
   */
  record Autoregressive(double median, double between, double within, double rho)
      implements LatencyProcess {
    @Override
    public String name() {
      return "AR(1), rho " + rho;
    }

    @Override
    public double quantile(double q) {
      return median * Math.exp(Math.hypot(between, within) * normal(q));
    }

    @Override
    public Run run(SplittableRandom random) {
      return new Run() {
        private double level = random.nextGaussian();

        @Override
        public void next() {
          level = rho * level + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }

        @Override
        public double draw() {
          return median * Math.exp(between * level + within * random.nextGaussian());
        }
      };
    }
  }

  /**
   * Log-normal, but {@code factor} times slower in bursts: a second begins one with probability
   * {@code start}, and ends it with probability {@code end}.
   */
  record Bursts(double median, double sigma, double factor, double start, double end)
      implements LatencyProcess {
    @Override
    public String name() {
      return "bursts";
    }

    /** The root of a mixture of two log-normal distributions, by bisection. */
    @Override
    public double quantile(double q) {
      double low = 0;
      double high = median * factor * Math.exp(8 * sigma);
      for (int i = 0; i < 200; i++) {
        double middle = (low + high) / 2;
        if (below(middle) < q) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }

    private double below(double x) {
      NormalDistribution z = new NormalDistribution(null, 0, 1);
      double slow = start / (start + end);
      double z0 = Math.log(x / median) / sigma;
      return (1 - slow) * z.cumulativeProbability(z0)
          + slow * z.cumulativeProbability(z0 - Math.log(factor) / sigma);
    }

    @Override
    public Run run(SplittableRandom random) {
      return new Run() {
        private boolean slow = random.nextDouble() < start / (start + end);

        @Override
        public void next() {
          slow = slow ? random.nextDouble() >= end : random.nextDouble() < start;
        }

        @Override
        public double draw() {
          double latency = median * Math.exp(sigma * random.nextGaussian());
          return slow ? factor * latency : latency;
        }
      };
    }
  }

  private static double normal(double q) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(q);
  }
}
