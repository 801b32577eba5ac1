package io.sluice.storefront.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A named distribution of the delay that is added before an answer. */
public sealed interface Latency
    permits Latency.Fixed,
        Latency.Uniform,
        Latency.Exponential,
        Latency.LogNormal,
        Latency.Pareto,
        Latency.Bimodal,
        Autoregressive {

  /** No delay is longer than this; a longer draw becomes this. */
  Duration LONGEST = Duration.ofHours(1);

  /** A source of delays; equal seeds give equal sequences. */
  LatencySampler sampler(Seeds seeds);

  /** No delay at all. */
  static Latency none() {
    return new Fixed(Duration.ZERO);
  }

  /**
   * Reads {@code none}, {@code fixed:20ms}, {@code uniform:10ms..50ms}, {@code exponential:20ms},
   * {@code lognormal:20ms,0.5} (median and sigma), {@code pareto:5ms,2.5} (scale and shape), {@code
   * bimodal:5ms,80ms,5%} (fast, slow, share of slow) or {@code ar1:20ms,0.5,0.9,1s,0.1} (median,
   * sigma, rho, step, noise).
   *
   * @throws IllegalArgumentException if the text is no latency
   */
  static Latency parse(String text) {
    return LatencyText.parse(text);
  }

  /** Always the same delay. */
  record Fixed(Duration delay) implements Latency {
    public Fixed {
      Bounds.delay("delay", delay);
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      long nanos = delay.toNanos();
      return elapsed -> nanos;
    }
  }

  /** Every delay from low to high is equally likely. */
  record Uniform(Duration low, Duration high) implements Latency {
    public Uniform {
      Bounds.delay("low", low);
      Bounds.delay("high", high);
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            "uniform latency must not start above its end, was " + low + " to " + high);
      }
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      RandomGenerator random = new SeededStream(seeds.own());
      long from = low.toNanos();
      long beyond = high.toNanos() + 1;
      return elapsed -> random.nextLong(from, beyond);
    }
  }

  /** P(delay &gt; x) = exp(-x / mean): what is to come does not depend on what was waited. */
  record Exponential(Duration mean) implements Latency {
    public Exponential {
      Bounds.delay("mean", mean);
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      RandomGenerator random = new SeededStream(seeds.own());
      double meanNanos = mean.toNanos();
      return elapsed -> Bounds.nanos(meanNanos * random.nextExponential());
    }
  }

  /**
   * median × exp(sigma × Z) with Z standard normal: the shape that most services' latencies have.
   *
   * @param sigma the standard deviation of the delay's natural logarithm, 0 to 5
   */
  record LogNormal(Duration median, double sigma) implements Latency {
    public LogNormal {
      Bounds.delay("median", median);
      Bounds.sigma("sigma", sigma);
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      RandomGenerator random = new SeededStream(seeds.own());
      double medianNanos = median.toNanos();
      return elapsed -> Bounds.nanos(medianNanos * Math.exp(sigma * random.nextGaussian()));
    }
  }

  /**
   * P(delay &gt; x) = (scale / x)^shape from scale on: rare delays of any length.
   *
   * @param scale the shortest delay
   * @param shape more than 0, up to 100; the mean exists above 1, the variance above 2
   */
  record Pareto(Duration scale, double shape) implements Latency {
    public Pareto {
      Bounds.delay("scale", scale);
      if (!(shape > 0 && shape <= 100)) {
        throw new IllegalArgumentException("shape must be > 0 and <= 100, was " + shape);
      }
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      RandomGenerator random = new SeededStream(seeds.own());
      double scaleNanos = scale.toNanos();
      return elapsed -> Bounds.nanos(scaleNanos * Math.exp(random.nextExponential() / shape));
    }
  }

  /**
   * Mostly the usual latency, now and then the rare one.
   *
   * @param rareShare the probability of the rare one, 0 to 1
   */
  record Bimodal(Latency usual, Latency rare, double rareShare) implements Latency {
    public Bimodal {
      if (!(rareShare >= 0 && rareShare <= 1)) {
        throw new IllegalArgumentException(
            "share of the rare latency must be between 0 and 1, was " + rareShare);
      }
    }

    @Override
    public LatencySampler sampler(Seeds seeds) {
      RandomGenerator choice = new SeededStream(seeds.own());
      LatencySampler usually = usual.sampler(seeds.part("usual"));
      LatencySampler rarely = rare.sampler(seeds.part("rare"));
      return elapsed -> (choice.nextDouble() < rareShare ? rarely : usually).nanosAt(elapsed);
    }
  }
}
