package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The samples of all cells, added up since the start of the run.
 *
 * <p>Any thread may call any method; each sees whole drains. How often a cell was drained changes
 * nothing.
 */
public final class MetricTotals {
  private @Nullable Sink[] sinks = new Sink[64];
  private final SectionTotals sections = new SectionTotals();

  /** Takes a cell's samples, and leaves its sinks empty. */
  synchronized void take(@Nullable Sink[] from, @Nullable SectionStore fromSections) {
    if (from.length > sinks.length) {
      sinks = Arrays.copyOf(sinks, from.length);
    }
    moveAll(from, sinks);
    if (fromSections != null) {
      sections.take(fromSections);
    }
  }

  /** Merges each sink into its counterpart, and resets it. */
  static void moveAll(@Nullable Sink[] from, @Nullable Sink[] to) {
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
  public synchronized long samples(Metric metric) {
    Sink sink = sink(metric);
    return sink == null ? 0 : sink.samples();
  }

  /**
   * A number of a metric's samples; of none it is 0, except that a rate has none then. Empty too
   * where the metric's type does not have such a number.
   *
   * @param elapsedNanos how long the run has gone on, for a counter's rate
   */
  public synchronized OptionalDouble value(Metric metric, Aggregation what, long elapsedNanos) {
    Sink sink = sink(metric);
    return sink == null
        ? Sinks.ofNothing(metric.type(), what, elapsedNanos)
        : sink.value(what, elapsedNanos);
  }

  /** What was added up by scenario and group; empty unless the stores did. */
  public synchronized List<Section> sections() {
    return sections.toList();
  }

  private @Nullable Sink sink(Metric metric) {
    return metric.slot() < sinks.length ? sinks[metric.slot()] : null;
  }
}
