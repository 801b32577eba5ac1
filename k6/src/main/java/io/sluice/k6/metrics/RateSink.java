package io.sluice.k6.metrics;

import java.util.OptionalDouble;

/** How many values of a rate are not 0, of how many. */
final class RateSink implements Sink {
  private long passes;
  private long samples;

  @Override
  public void add(double value) {
    samples++;
    if (value != 0) {
      passes++;
    }
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public void merge(Sink other) {
    RateSink that = (RateSink) other;
    passes += that.passes;
    samples += that.samples;
  }

  @Override
  public void reset() {
    passes = 0;
    samples = 0;
  }

  @Override
  public OptionalDouble value(Aggregation what, long elapsedNanos) {
    return switch (what.kind()) {
      case RATE ->
          samples == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of((double) passes / (double) samples);
      case PASSES -> OptionalDouble.of((double) passes);
      case FAILS -> OptionalDouble.of((double) (samples - passes));
      default -> OptionalDouble.empty();
    };
  }
}
