package io.sluice.k6.metrics;

import java.util.OptionalDouble;

/** Adds the samples of one metric up; the same kind serves a cell and the run. */
sealed interface Sink permits CounterSink, GaugeSink, RateSink, TrendSink {
  /** Takes a sample. */
  void add(double value);

  /** How many samples it took since it was made or reset. */
  long samples();

  /** Adds another's samples, which must be of the same kind. */
  void merge(Sink other);

  /** Forgets the samples and keeps the memory. */
  void reset();

  /**
   * A number of the samples; empty where there is none to be had of this kind, or of no samples.
   *
   * @param elapsedNanos how long the run has gone on, for rates per second
   */
  OptionalDouble value(Aggregation what, long elapsedNanos);
}
