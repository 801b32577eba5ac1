package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The samples of all cells, added up since the start of the run.
 *
 * <ol>
 *   <li>Any thread may call any method; each sees whole drains, and all that ended before it.
 *   <li>How often a cell was drained changes nothing.
 *   <li>Drains wait for nobody: what cells hand over is added up by whoever reads next. Only if
 *       nobody reads for long do cells do it themselves, and only if nobody else is at it.
 * </ol>
 */
public final class MetricTotals {
  /** How many drains may wait to be added up. */
  static final int WAITING = 16;

  private final Queue<Gathered> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Sink[] sinks = new Sink[64];
  private final SectionTotals sections = new SectionTotals();

  /** Takes a cell's samples. */
  void take(Gathered gathered) {
    waiting.add(gathered);
    if (waitingCount.incrementAndGet() > WAITING && lock.tryLock()) {
      try {
        addWaiting();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Adds up what cells handed over, so that they need not; reading does the same. */
  public void settle() {
    lock.lock();
    try {
      addWaiting();
    } finally {
      lock.unlock();
    }
  }

  /** How many drains wait. */
  int waiting() {
    return waitingCount.get();
  }

  private void addWaiting() {
    for (Gathered next = waiting.poll(); next != null; next = waiting.poll()) {
      waitingCount.decrementAndGet();
      @Nullable Sink[] from = next.sinks();
      if (from.length > sinks.length) {
        sinks = Arrays.copyOf(sinks, from.length);
      }
      moveAll(from, sinks);
      SectionStore own = next.sections();
      if (own != null) {
        sections.take(own);
      }
      next.giveBack();
    }
  }

  /** Merges each sink into its counterpart, and resets it. */
  private static void moveAll(@Nullable Sink[] from, @Nullable Sink[] to) {
    for (int i = 0; i < from.length; i++) {
      Sink source = from[i];
      if (source == null || source.samples() == 0) {
        continue;
      }
      Sink target = to[i];
      if (target == null) {
        target = Sinks.like(source);
        to[i] = target;
      }
      target.merge(source);
      source.reset();
    }
  }

  /** How many samples a metric has. */
  public long samples(Metric metric) {
    lock.lock();
    try {
      Sink sink = sink(metric);
      return sink == null ? 0 : sink.samples();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A number of a metric's samples; of none it is 0, except that a rate has none then. Empty too
   * where the metric's type does not have such a number.
   *
   * @param elapsedNanos how long the run has gone on, for a counter's rate
   */
  public OptionalDouble value(Metric metric, Aggregation what, long elapsedNanos) {
    lock.lock();
    try {
      Sink sink = sink(metric);
      return sink == null
          ? Sinks.ofNothing(metric.type(), what, elapsedNanos)
          : sink.value(what, elapsedNanos);
    } finally {
      lock.unlock();
    }
  }

  /** What was added up by scenario and group; empty unless the stores did. */
  public List<Section> sections() {
    lock.lock();
    try {
      addWaiting();
      return sections.toList();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Sink sink(Metric metric) {
    addWaiting();
    return metric.slot() < sinks.length ? sinks[metric.slot()] : null;
  }
}
