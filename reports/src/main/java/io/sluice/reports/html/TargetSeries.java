package io.sluice.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import io.sluice.reports.json.JsonText;

/**
 * What Prometheus servers said of the target, as the page draws it: for each objective on it that
 * has a series {@code name}, {@code times} in seconds from the start of the run, {@code values}
 * (null where there is none), {@code bound} and the {@code comparison} with it.
 */
final class TargetSeries {
  private TargetSeries() {}

  static ArrayNode of(TargetMetrics target, Verdict verdict) {
    ArrayNode all = JsonText.object().putArray("target_series");
    for (ObjectiveResult result : verdict.objectives()) {
      if (result.objective().measure() instanceof Measure.TargetMetric metric
          && target.to(metric).orElse(null) instanceof TargetMetrics.Series series) {
        all.add(json(result.objective(), series));
      }
    }
    return all;
  }

  private static ObjectNode json(Objective objective, TargetMetrics.Series series) {
    String text = objective.expression();
    String symbol = objective.comparison().symbol();
    ObjectNode json = JsonText.object();
    json.put("name", text.substring(0, text.lastIndexOf(symbol)).strip());
    ArrayNode times = json.putArray("times");
    ArrayNode values = json.putArray("values");
    for (Point point : series.points()) {
      times.add(point.seconds());
      if (Double.isFinite(point.value())) {
        values.add(point.value());
      } else {
        values.addNull();
      }
    }
    json.put("bound", objective.threshold());
    return json.put("comparison", symbol);
  }
}
