package io.sluice.storefront.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A named distribution of the delay that is added before an answer. */
public sealed interface Latency {

  /** No delay is longer than this. */
  Duration LONGEST = Duration.ofHours(1);

  /** A source of delays; equal seeds give equal sequences. */
  LatencySampler sampler(long seed);

  /** No delay at all. */
  static Latency none() {
    return new Fixed(Duration.ZERO);
  }

  /**
   * Reads {@code none}, {@code fixed:20ms}, {@code uniform:10ms..50ms} or {@code
   * lognormal:20ms,0.5} (median and sigma).
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static Latency parse(String text) {
    return LatencyText.parse(text);
  }

  /** Always the same delay. */
  record Fixed(Duration delay) implements Latency {
    public Fixed {
      requireDelay("delay", delay);
    }

    @Override
    public LatencySampler sampler(long seed) {
      long nanos = delay.toNanos();
      return () -> nanos;
    }
  }

  /** Every delay from low to high is equally likely. */
  record Uniform(Duration low, Duration high) implements Latency {
    public Uniform {
      requireDelay("low", low);
      requireDelay("high", high);
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            "uniform latency must not start above its end, was " + low + " to " + high);
      }
    }

    @Override
    public LatencySampler sampler(long seed) {
      RandomGenerator random = new SeededStream(seed);
      long from = low.toNanos();
      long beyond = high.toNanos() + 1;
      return () -> random.nextLong(from, beyond);
    }
  }

  /**
   * median × exp(sigma × Z) with Z standard normal: the shape that most services' latencies have. A
   * draw above one hour becomes one hour.
   *
   * @param sigma the standard deviation of the delay's natural logarithm, 0 to 5
   */
  record LogNormal(Duration median, double sigma) implements Latency {
    public LogNormal {
      requireDelay("median", median);
      if (!(sigma >= 0 && sigma <= 5)) {
        throw new IllegalArgumentException("sigma must be between 0 and 5, was " + sigma);
      }
    }

    @Override
    public LatencySampler sampler(long seed) {
      RandomGenerator random = new SeededStream(seed);
      double medianNanos = median.toNanos();
      long longest = LONGEST.toNanos();
      return () ->
          Math.min(longest, Math.round(medianNanos * Math.exp(sigma * random.nextGaussian())));
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
    public LatencySampler sampler(long seed) {
      RandomGenerator choice = new SeededStream(seed);
      LatencySampler usually = usual.sampler(SeededStream.seedFor(seed, "usual"));
      LatencySampler rarely = rare.sampler(SeededStream.seedFor(seed, "rare"));
      return () -> (choice.nextDouble() < rareShare ? rarely : usually).nextNanos();
    }
  }

  private static void requireDelay(String name, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "latency's " + name + " must be between 0 and 1 hour, was " + delay);
    }
  }
}
