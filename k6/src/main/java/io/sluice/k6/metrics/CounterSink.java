package io.sluice.k6.metrics;

import java.util.OptionalDouble;

/** The sum of a counter's values. */
final class CounterSink implements Sink {
  private final Sum sum = new Sum();
  private long samples;

  @Override
  public void add(double value) {
    sum.add(value);
    samples++;
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public void merge(Sink other) {
    CounterSink that = (CounterSink) other;
    sum.add(that.sum);
    samples += that.samples;
  }

  @Override
  public void reset() {
    sum.reset();
    samples = 0;
  }

  @Override
  public OptionalDouble value(Aggregation what, long elapsedNanos) {
    return switch (what.kind()) {
      case COUNT -> OptionalDouble.of(sum.value());
      case RATE ->
          elapsedNanos > 0
              ? OptionalDouble.of(sum.value() / (elapsedNanos / 1e9))
              : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }
}
