package io.sluice.reports.export;

import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a run once, in order; of what was read only the current second is kept. */
final class Intervals {
  private static final long SECOND = 1_000_000_000L;

  /** Takes what was read; it is used again once the call returns. */
  @FunctionalInterface
  interface Sink {
    void take(Interval interval) throws IOException;
  }

  private final Interval sum;
  private final Sink sink;
  private boolean empty = true;

  private Intervals(RunResult run, Sink sink) {
    sum = new Interval(run.catalog());
    this.sink = sink;
  }

  /** Every interval as it was logged. */
  static void replay(RunResult run, Sink sink) throws IOException {
    try {
      run.intervals().replay(interval -> take(interval, sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * What each second saw: shorter intervals are added up. Gauges of the generator are not to be
   * read from it, since they do not add up.
   */
  static void replaySeconds(RunResult run, Sink sink) throws IOException {
    Intervals seconds = new Intervals(run, sink);
    replay(run, seconds::add);
    seconds.emit();
  }

  private static void take(Interval interval, Sink sink) {
    try {
      sink.take(interval);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Interval interval) throws IOException {
    long second = interval.fromNanos() / SECOND;
    long from = interval.fromNanos();
    if (!empty && second == sum.number()) {
      from = sum.fromNanos();
    } else {
      emit();
    }
    sum.add(interval);
    sum.span(Math.toIntExact(second), from, interval.toNanos());
    empty = false;
  }

  private void emit() throws IOException {
    if (!empty) {
      sink.take(sum);
      sum.reset();
      empty = true;
    }
  }
}
