package io.sluice.engine;

import io.sluice.engine.measure.ProcessMeter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Merges the intervals of all cells that have the same number, exactly once and in order, and tells
 * the listener. Runs on the thread that waits for the run; cells never wait for it.
 */
final class Aggregator {
  private final List<IntervalRing> rings;
  private final List<ArrayDeque<Interval>> waiting = new ArrayList<>();
  private final boolean[] ended;
  private final ConcurrentLinkedQueue<Interval> blanks;
  private final IntervalListener listener;
  private final ProcessMeter process;
  private final Interval merged;
  private final long sliceNanos;

  Aggregator(
      SeriesCatalog catalog,
      long sliceNanos,
      List<IntervalRing> rings,
      ConcurrentLinkedQueue<Interval> blanks,
      ProcessMeter process,
      IntervalListener listener) {
    this.sliceNanos = sliceNanos;
    this.rings = rings;
    this.blanks = blanks;
    this.process = process;
    this.listener = listener;
    ended = new boolean[rings.size()];
    rings.forEach(_ -> waiting.add(new ArrayDeque<>()));
    merged = new Interval(catalog);
  }

  /** Takes what is there and passes on every interval that is complete. */
  void drain() {
    for (int cell = 0; cell < rings.size(); cell++) {
      Interval interval = rings.get(cell).poll();
      while (interval != null) {
        waiting.get(cell).add(interval);
        interval = rings.get(cell).poll();
      }
    }
    while (complete()) {
      pass();
    }
  }

  /** Rests for a moment; how much too long that takes tells how the process as a whole is. */
  void rest(long nanos) {
    process.restBegins();
    LockSupport.parkNanos(nanos);
    process.restEnds(nanos);
  }

  /** A cell has handed over its last interval. */
  void cellEnded(int cell) {
    ended[cell] = true;
  }

  private boolean complete() {
    boolean any = false;
    for (int cell = 0; cell < ended.length; cell++) {
      if (!waiting.get(cell).isEmpty()) {
        any = true;
      } else if (!ended[cell]) {
        return false;
      }
    }
    return any;
  }

  private void pass() {
    int number = Integer.MAX_VALUE;
    for (ArrayDeque<Interval> queue : waiting) {
      number = queue.isEmpty() ? number : Math.min(number, queue.getFirst().number());
    }
    merged.reset();
    long to = 0;
    for (int cell = 0; cell < ended.length; cell++) {
      ArrayDeque<Interval> queue = waiting.get(cell);
      if (!queue.isEmpty() && queue.getFirst().number() == number) {
        Interval interval = queue.removeFirst();
        merged.addCell(cell, interval);
        to = Math.max(to, interval.toNanos());
        interval.reset();
        blanks.add(interval);
      }
    }
    merged.span(number, number * sliceNanos, to);
    process.addTo(merged.health());
    listener.onInterval(merged);
  }

  /** An empty interval: one that was used before, or a new one. Any thread. */
  static Interval blank(ConcurrentLinkedQueue<Interval> blanks, SeriesCatalog catalog) {
    Interval blank = blanks.poll();
    return blank != null ? blank : new Interval(catalog);
  }
}
