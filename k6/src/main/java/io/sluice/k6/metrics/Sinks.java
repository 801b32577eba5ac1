package io.sluice.k6.metrics;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Chooses the sink for a type of metric. */
final class Sinks {
  private Sinks() {}

  /** An empty sink; only a gauge needs the clock. */
  static Sink of(MetricType type, LongSupplier nanoClock) {
    return switch (type) {
      case COUNTER -> new CounterSink();
      case GAUGE -> new GaugeSink(nanoClock);
      case TREND -> new TrendSink();
      case RATE -> new RateSink();
    };
  }

  /** A new sink of the same kind as another, empty, to merge it into. */
  static Sink like(Sink sink) {
    return switch (sink) {
      case CounterSink _ -> new CounterSink();
      case GaugeSink _ -> new GaugeSink(() -> 0);
      case TrendSink _ -> new TrendSink();
      case RateSink _ -> new RateSink();
    };
  }

  /** What an aggregation is of no samples. */
  static OptionalDouble ofNothing(MetricType type, Aggregation what, long elapsedNanos) {
    return of(type, () -> 0).value(what, elapsedNanos);
  }
}
