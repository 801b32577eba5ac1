package io.sluice.k6.metrics;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * The last value of a gauge, its least and its greatest.
 *
 * <p>Keeps when the last value came, so that it is the last of all cells however they are drained.
 */
final class GaugeSink implements Sink {
  private final LongSupplier nanoClock;
  private double value;
  private double min;
  private double max;
  private long samples;
  private long atNanos;

  GaugeSink(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public void add(double next) {
    take(next, next, next, nanoClock.getAsLong());
    samples++;
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public void merge(Sink other) {
    GaugeSink that = (GaugeSink) other;
    if (that.samples > 0) {
      take(that.value, that.min, that.max, that.atNanos);
      samples += that.samples;
    }
  }

  private void take(double last, double least, double greatest, long when) {
    if (samples == 0 || when - atNanos >= 0) {
      value = last;
      atNanos = when;
    }
    min = samples == 0 ? least : Math.min(min, least);
    max = samples == 0 ? greatest : Math.max(max, greatest);
  }

  @Override
  public void reset() {
    samples = 0;
  }

  @Override
  public OptionalDouble value(Aggregation what, long elapsedNanos) {
    boolean any = samples > 0;
    return switch (what.kind()) {
      case VALUE -> OptionalDouble.of(any ? value : 0);
      case MIN -> OptionalDouble.of(any ? min : 0);
      case MAX -> OptionalDouble.of(any ? max : 0);
      default -> OptionalDouble.empty();
    };
  }
}
