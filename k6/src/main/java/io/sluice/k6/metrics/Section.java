package io.sluice.k6.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one scenario, or of one group in it: what a full summary shows by itself.
 *
 * <p>One that {@link MetricTotals#sections} gave is a copy and does not change.
 */
public final class Section {
  private final Key key;
  private final LongSupplier nanoClock;
  private final List<Metric> metrics = new ArrayList<>();
  private final Map<String, CheckCount> checks = new LinkedHashMap<>();
  private @Nullable Sink[] sinks = new Sink[0];

  /**
   * What makes a section.
   *
   * @param scenario its name; empty for the default scenario and for none
   * @param groupPath such as {@code ::cart::pay}; empty for the scenario as a whole
   */
  public record Key(String scenario, String groupPath) {}

  Section(Key key, LongSupplier nanoClock) {
    this.key = key;
    this.nanoClock = nanoClock;
  }

  void add(Metric metric, double value, TagSet tags) {
    sink(metric).add(value);
    if (metric.name().equals(Builtins.CHECKS)) {
      String check = tags.get("check");
      if (check != null) {
        check(check).add(value != 0);
      }
    }
  }

  /** Moves another section's samples here. */
  void take(Section from) {
    merge(from);
    from.reset();
  }

  private void reset() {
    for (Sink sink : sinks) {
      if (sink != null) {
        sink.reset();
      }
    }
    checks.values().forEach(CheckCount::reset);
  }

  /** A copy for whoever reads. */
  Section copy() {
    Section copy = new Section(key, nanoClock);
    copy.merge(this);
    return copy;
  }

  private void merge(Section from) {
    for (Metric metric : from.metrics) {
      sink(metric).merge(from.sink(metric));
    }
    from.checks.forEach((name, check) -> check(name).add(check));
  }

  private CheckCount check(String name) {
    return checks.computeIfAbsent(name, made -> new CheckCount(key.groupPath(), made));
  }

  private Sink sink(Metric metric) {
    int slot = metric.slot();
    if (slot >= sinks.length) {
      sinks = Arrays.copyOf(sinks, Math.max(32, slot * 2));
    }
    Sink sink = sinks[slot];
    if (sink == null) {
      sink = Sinks.of(metric.type(), nanoClock);
      sinks[slot] = sink;
      metrics.add(metric);
    }
    return sink;
  }

  /** Which section this is. */
  public Key key() {
    return key;
  }

  /** The metrics that have samples here, in the order in which they came. */
  public List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  /** The checks that were made here, in the order in which they came. */
  public List<CheckCount> checks() {
    return List.copyOf(checks.values());
  }

  /** As {@link MetricTotals#value}, of this section's samples. */
  public OptionalDouble value(Metric metric, Aggregation what, long elapsedNanos) {
    return sink(metric).value(what, elapsedNanos);
  }
}
