package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far the run is, and which windows of its phases it is in. Not thread-safe. */
final class WindowGauges {
  private static final double NANOS = 1e9;

  private final List<Span> spans = new ArrayList<>();
  private final double plannedSeconds;
  private long from;
  private long to;
  private boolean ended;

  /** A window of a phase, in nanoseconds from the start of the run. */
  private record Span(Labels labels, long fromNanos, long toNanos) {}

  WindowGauges(LoadPlan plan) {
    plannedSeconds = plan.duration().toNanos() / NANOS;
    for (Phase phase : plan.phases()) {
      for (Window window : phase.windows()) {
        spans.add(
            new Span(
                Labels.of("phase", phase.name())
                    .and("window", window.name())
                    .and("measured", Boolean.toString(window.measured())),
                phase.start().plus(window.from()).toNanos(),
                phase.start().plus(window.to()).toNanos()));
      }
    }
  }

  /** An interval is over. */
  void add(Interval interval) {
    from = interval.fromNanos();
    to = interval.toNanos();
  }

  /** The run is over. */
  void end() {
    ended = true;
  }

  /** The metrics. */
  Stream<MetricFamilySamples> families() {
    Family active =
        Family.gauge(
            "sluice_window_active",
            "1 while the run is in a window of a phase; objectives judge those that are measured.");
    long middle = from + (to - from) / 2;
    for (Span span : spans) {
      boolean in = !ended && to > 0 && middle >= span.fromNanos() && middle < span.toNanos();
      active.add(span.labels(), in ? 1 : 0);
    }
    return Stream.of(
            active,
            Family.gauge("sluice_run_elapsed_seconds", "Time since the load began.")
                .add(Labels.NONE, to / NANOS),
            Family.gauge("sluice_run_planned_seconds", "How long the plan offers load.")
                .add(Labels.NONE, plannedSeconds))
        .map(Family::samples);
  }
}
