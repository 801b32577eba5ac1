package io.sluice.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Comparison;
import io.sluice.model.run.Outcome;
import io.sluice.reports.compare.ComparisonJson;
import io.sluice.reports.figures.CurvePoint;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.figures.Scope;
import io.sluice.reports.figures.TimeGrid;
import io.sluice.reports.figures.TimelinePoint;
import io.sluice.reports.figures.WindowSpan;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.json.SummaryJson;
import io.sluice.reports.json.VerdictJson;
import io.sluice.reports.text.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the page renders: the summary and the verdict as their files have them, and what only charts
 * need, in columns.
 */
final class Payload {
  private Payload() {}

  /** Of a run that is over. */
  static JsonNode of(RunFigures run, Verdict verdict) {
    return judged(figures(run).put("running", false), run, verdict);
  }

  /** Of a run that is over, and compared two deployments. */
  static JsonNode of(RunFigures run, Verdict verdict, Comparison comparison) {
    ObjectNode json = judged(figures(run).put("running", false), run, verdict);
    json.set("comparison", ComparisonJson.of(comparison));
    return json;
  }

  /** Of run B, with what is needed of run A to show it beside. */
  static JsonNode of(RunFigures a, RunFigures b, Comparison comparison) {
    ObjectNode json = figures(b).put("running", false);
    json.set("comparison", ComparisonJson.of(comparison));
    json.set(
        "other",
        PackedGrid.json(new TimeGrid(a.grid().binSeconds(), a.grid().rows().subList(0, 1))));
    return json;
  }

  /**
   * Of a run that goes on.
   *
   * @param grid what is told of its times
   * @param soFar the judgement of what was seen so far, if there was one
   */
  static JsonNode running(RunFigures run, ObjectNode grid, Optional<Verdict> soFar) {
    ObjectNode json = figures(run, grid).put("running", true);
    return soFar.map(verdict -> judged(json, run, verdict)).orElse(json);
  }

  private static ObjectNode judged(ObjectNode json, RunFigures run, Verdict verdict) {
    json.set("verdict", VerdictJson.of(verdict));
    ArrayNode texts = json.putArray("slo_texts");
    verdict.objectives().forEach(result -> texts.add(texts(result)));
    json.set("target_series", TargetSeries.of(run.target(), verdict));
    return json;
  }

  private static ObjectNode figures(RunFigures run) {
    return figures(run, PackedGrid.json(run.grid()));
  }

  private static ObjectNode figures(RunFigures run, ObjectNode grid) {
    ObjectNode json = JsonText.object();
    json.set("summary", SummaryJson.of(run));
    json.put("seed", Long.toString(run.facts().seed())); // JavaScript would round the number
    json.put("planned_seconds", run.facts().plannedSeconds());
    ArrayNode windows = json.putArray("windows");
    run.windows().forEach(window -> windows.add(window(window)));
    json.set("timeline", timeline(run.timeline()));
    ObjectNode curves = json.putObject("curves");
    curves.set("response", curve(run.responseCurve()));
    curves.set("service", curve(run.serviceCurve()));
    json.set("grid", grid);
    json.set("members", members(run.measured()));
    json.set("examples", SampleJson.of(run.examples()));
    json.set("slowest", SampleJson.of(run.slowest()));
    return json;
  }

  /** Which requests each group holds. */
  private static ObjectNode members(Scope scope) {
    ObjectNode json = JsonText.object();
    scope
        .members()
        .forEach(
            (group, names) -> {
              ArrayNode array = json.putArray(group);
              names.forEach(array::add);
            });
    return json;
  }

  private static ObjectNode texts(ObjectiveResult result) {
    return JsonText.object()
        .put("estimate", Values.estimate(result))
        .put("interval", Values.interval(result))
        .put("threshold", Values.threshold(result));
  }

  private static ObjectNode window(WindowSpan window) {
    return JsonText.object()
        .put("phase", window.phase())
        .put("window", window.window())
        .put("from", window.from())
        .put("to", window.to())
        .put("measured", window.measured());
  }

  private static ObjectNode timeline(List<TimelinePoint> points) {
    ObjectNode columns = JsonText.object();
    column(columns, "time", points, TimelinePoint::from);
    column(columns, "users", points, TimelinePoint::users);
    column(columns, "planned_users", points, TimelinePoint::plannedUsers);
    column(columns, "started_rate", points, p -> p.perSecond(p.started()));
    column(columns, "finished_rate", points, p -> p.perSecond(p.finished()));
    column(columns, "failed_rate", points, p -> p.perSecond(p.failed()));
    outcomes(columns.putObject("outcomes"), points);
    column(columns, "dropped_rate", points, p -> p.perSecond(p.dropped()));
    column(columns, "p50", points, TimelinePoint::p50);
    column(columns, "p90", points, TimelinePoint::p90);
    column(columns, "p95", points, TimelinePoint::p95);
    column(columns, "p99", points, TimelinePoint::p99);
    column(columns, "max", points, TimelinePoint::max);
    column(columns, "lag_p99", points, TimelinePoint::lagP99);
    column(columns, "loop_delay_p99", points, TimelinePoint::loopDelayP99);
    column(columns, "busy_share", points, TimelinePoint::busyShare);
    column(columns, "cpu_share", points, TimelinePoint::cpuShare);
    column(columns, "steal_share", points, TimelinePoint::stealShare);
    column(columns, "throttled_share", points, TimelinePoint::throttledShare);
    return columns;
  }

  /** Of every outcome that there was. */
  private static void outcomes(ObjectNode columns, List<TimelinePoint> points) {
    for (Outcome outcome : Outcome.values()) {
      if (points.stream().anyMatch(point -> point.outcomes().getOrDefault(outcome, 0L) > 0)) {
        column(
            columns,
            outcome.key(),
            points,
            p -> p.perSecond(p.outcomes().getOrDefault(outcome, 0L)));
      }
    }
  }

  private static ObjectNode curve(List<CurvePoint> points) {
    ObjectNode columns = JsonText.object();
    column(columns, "inverse", points, point -> 1 / point.beyond());
    column(columns, "ms", points, CurvePoint::millis);
    return columns;
  }

  private static <T> void column(
      ObjectNode columns, String name, List<T> points, ToDoubleFunction<T> value) {
    ArrayNode column = columns.putArray(name);
    for (T point : points) {
      double number = Math.rint(value.applyAsDouble(point) * 1e3) / 1e3;
      if (!Double.isFinite(number)) {
        column.addNull();
      } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        column.add((long) number); // half the characters
      } else {
        column.add(number);
      }
    }
  }
}
