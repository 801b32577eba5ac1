package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one cell between two drains: filled by the cell, handed to the totals, emptied
 * there, and given back to be filled again.
 */
final class Gathered {
  private final LongSupplier nanoClock;
  private final Queue<Gathered> spares;
  private final @Nullable SectionStore sections;
  private @Nullable Sink[] sinks = new Sink[64];

  /**
   * Empty sinks.
   *
   * @param spares where they go when they were emptied
   */
  Gathered(LongSupplier nanoClock, Queue<Gathered> spares, boolean bySection) {
    this.nanoClock = nanoClock;
    this.spares = spares;
    this.sections = bySection ? new SectionStore(nanoClock) : null;
  }

  void add(Metric metric, double value, TagSet tags) {
    sink(metric).add(value);
    if (metric.rawParts().length > 0) {
      for (Metric part : tags.matching(metric)) {
        sink(part).add(value);
      }
    }
    if (sections != null) {
      sections.add(metric, value, tags);
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

  @Nullable Sink[] sinks() {
    return sinks;
  }

  @Nullable SectionStore sections() {
    return sections;
  }

  void giveBack() {
    spares.add(this);
  }
}
