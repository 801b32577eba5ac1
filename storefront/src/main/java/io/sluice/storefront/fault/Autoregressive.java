package io.sluice.storefront.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A latency that is slow for a while and for everyone: its logarithm is a stationary Gaussian
 * process AR(1) that moves once per step, and all requests that arrive in one step share its value.
 *
 * <pre>
 * X(0) = Z(0)    X(k) = rho X(k-1) + sqrt(1 - rho^2) Z(k)       Z(k), E standard normal, independent
 * delay = median × exp(sigma X(k) + noise E)                    k = floor(elapsed / step)
 * </pre>
 *
 * <p>So X(k) is standard normal for every k, and corr(X(j), X(k)) = rho^|j-k|. The logarithm of a
 * delay is normal with mean ln(median) and variance sigma² + noise²; between requests that are j
 * steps apart it is correlated by rho^j sigma² / (sigma² + noise²). Endpoints of the same server
 * share the path X; E is each request's own.
 *
 * @param sigma the standard deviation of what a step's requests share, 0 to 5
 * @param rho the correlation from step to step, above -1 and below 1
 * @param step 1 ms or longer
 * @param noise the standard deviation of what is each request's own, 0 to 5
 */
public record Autoregressive(Duration median, double sigma, double rho, Duration step, double noise)
    implements Latency {
  private static final Duration SHORTEST_STEP = Duration.ofMillis(1);

  public Autoregressive {
    Bounds.delay("median", median);
    Bounds.sigma("sigma", sigma);
    Bounds.sigma("noise", noise);
    if (!(rho > -1 && rho < 1)) {
      throw new IllegalArgumentException("rho must be above -1 and below 1, was " + rho);
    }
    if (step.compareTo(SHORTEST_STEP) < 0 || step.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("step must be between 1 ms and 1 hour, was " + step);
    }
  }

  @Override
  public LatencySampler sampler(Seeds seeds) {
    AutoregressivePath path =
        new AutoregressivePath(rho, SeededStream.seedFor(seeds.common(), "path"));
    RandomGenerator own = new SeededStream(seeds.own());
    double medianNanos = median.toNanos();
    long stepNanos = step.toNanos();
    return elapsed -> {
      double log = sigma * path.at(Math.toIntExact(elapsed / stepNanos));
      return Bounds.nanos(
          medianNanos * Math.exp(noise == 0 ? log : log + noise * own.nextGaussian()));
    };
  }
}
