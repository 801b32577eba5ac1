package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds the samples of one cell up until they are drained.
 *
 * <p>Threads: all methods are called on the cell's own thread. Adding a sample whose tags were seen
 * before allocates nothing, apart from the room for a trend's values as it grows.
 */
public final class MetricStore {
  private final LongSupplier nanoClock;
  private final @Nullable SampleListener listener;
  private final @Nullable SectionStore sections;
  private final long epochAtZero;
  private @Nullable Sink[] sinks = new Sink[64];

  /**
   * A store that only adds up.
   *
   * @param nanoClock {@code System::nanoTime}; it tells which of several cells' gauges came last,
   *     so all cells must have the same
   */
  public MetricStore(LongSupplier nanoClock) {
    this(nanoClock, null, null, 0);
  }

  private MetricStore(
      LongSupplier nanoClock,
      @Nullable SampleListener listener,
      @Nullable SectionStore sections,
      long epochAtZero) {
    this.nanoClock = nanoClock;
    this.listener = listener;
    this.sections = sections;
    this.epochAtZero = epochAtZero;
  }

  /**
   * A new, empty store like this that tells a listener of each sample.
   *
   * @param epochAtZero what time it was when the clock stood at 0, in nanoseconds since 1970
   */
  public MetricStore telling(SampleListener told, long epochAtZero) {
    return new MetricStore(nanoClock, told, sections, epochAtZero);
  }

  /** A new, empty store like this that adds up by scenario and group too, for a full summary. */
  public MetricStore bySection() {
    return new MetricStore(nanoClock, listener, new SectionStore(nanoClock), epochAtZero);
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
    sink(metric).add(value);
    if (metric.rawParts().length > 0) {
      for (Metric part : tags.matching(metric)) {
        sink(part).add(value);
      }
    }
    if (sections != null) {
      sections.add(metric, value, tags);
    }
    if (listener != null) {
      listener.sample(metric, value, tags, metadata, epochAtZero + nanoClock.getAsLong());
    }
  }

  /** Moves everything that was added since the last time into the totals. */
  public void drainTo(MetricTotals totals) {
    totals.take(sinks, sections);
    if (listener != null) {
      listener.drained();
    }
  }

  private Sink sink(Metric metric) {
    int slot = metric.slot();
    if (slot < sinks.length) {
      Sink sink = sinks[slot];
      if (sink != null) {
        return sink;
      }
    } else {
      sinks = Arrays.copyOf(sinks, Math.max(slot + 1, sinks.length * 2));
    }
    Sink made = Sinks.of(metric.type(), nanoClock);
    sinks[slot] = made;
    return made;
  }
}
