package io.sluice.k6.metrics;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds the samples of one cell up until they are drained.
 *
 * <p>Threads: all methods are called on the cell's own thread. Adding a sample whose tags were seen
 * before allocates nothing, apart from the room for a trend's values as it grows; draining hands
 * sinks over, takes emptied ones back, and never waits for whoever reads.
 */
public final class MetricStore {
  private final LongSupplier nanoClock;
  private final @Nullable SampleListener listener;
  private final boolean bySection;
  private final long epochAtZero;
  private final Queue<Gathered> spares = new ConcurrentLinkedQueue<>();
  private Gathered current;

  /**
   * A store that only adds up.
   *
   * @param nanoClock {@code System::nanoTime}; it tells which of several cells' gauges came last,
   *     so all cells must have the same
   */
  public MetricStore(LongSupplier nanoClock) {
    this(nanoClock, null, false, 0);
  }

  private MetricStore(
      LongSupplier nanoClock,
      @Nullable SampleListener listener,
      boolean bySection,
      long epochAtZero) {
    this.nanoClock = nanoClock;
    this.listener = listener;
    this.bySection = bySection;
    this.epochAtZero = epochAtZero;
    this.current = new Gathered(nanoClock, spares, bySection);
  }

  /**
   * A new, empty store like this that tells a listener of each sample.
   *
   * @param epochAtZero what time it was when the clock stood at 0, in nanoseconds since 1970
   */
  public MetricStore telling(SampleListener told, long epochAtZero) {
    return new MetricStore(nanoClock, told, bySection, epochAtZero);
  }

  /** A new, empty store like this that adds up by scenario and group too, for a full summary. */
  public MetricStore bySection() {
    return new MetricStore(nanoClock, listener, true, epochAtZero);
  }

  /**
   * Takes a sample.
   *
   * @param value in the metric's unit (milliseconds, bytes or a plain number); not NaN
   */
  public void add(Metric metric, double value, TagSet tags) {
    add(metric, value, tags, TagSet.EMPTY);
  }

  /**
   * Takes a sample with metadata, which only a listener sees.
   *
   * @param value in the metric's unit (milliseconds, bytes or a plain number); not NaN
   */
  public void add(Metric metric, double value, TagSet tags, TagSet metadata) {
    current.add(metric, value, tags);
    if (listener != null) {
      listener.sample(metric, value, tags, metadata, epochAtZero + nanoClock.getAsLong());
    }
  }

  /** Moves everything that was added since the last time into the totals. */
  public void drainTo(MetricTotals totals) {
    Gathered full = current;
    Gathered spare = spares.poll();
    current = spare == null ? new Gathered(nanoClock, spares, bySection) : spare;
    totals.take(full);
    if (listener != null) {
      listener.drained();
    }
  }
}
