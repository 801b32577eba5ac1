package io.sluice.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.CurvePoint;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.figures.TimelinePoint;
import io.sluice.reports.figures.WindowSpan;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.json.SummaryJson;
import io.sluice.reports.json.VerdictJson;
import io.sluice.reports.text.Values;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the page renders: the summary and the verdict as their files have them, and what only charts
 * need, in columns.
 */
final class Payload {
  private Payload() {}

  static JsonNode of(RunFigures run, Verdict verdict) {
    ObjectNode json = JsonText.object();
    json.set("summary", SummaryJson.of(run));
    json.set("verdict", VerdictJson.of(verdict));
    ArrayNode texts = json.putArray("slo_texts");
    verdict.objectives().forEach(result -> texts.add(texts(result)));
    json.put("seed", Long.toString(run.facts().seed())); // JavaScript would round the number
    json.put("planned_seconds", run.facts().plannedSeconds());
    ArrayNode windows = json.putArray("windows");
    run.windows().forEach(window -> windows.add(window(window)));
    json.set("timeline", timeline(run.timeline()));
    ObjectNode curves = json.putObject("curves");
    curves.set("response", curve(run.responseCurve()));
    curves.set("service", curve(run.serviceCurve()));
    json.set("target_series", TargetSeries.of(run.target(), verdict));
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
