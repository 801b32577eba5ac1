package io.sluice.reports.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Metric;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.gate.compare.RequestComparison;
import io.sluice.gate.stats.Bounds;
import io.sluice.reports.json.JsonText;
import java.util.Locale;

/**
 * {@code comparison.json}: a comparison, for programs.
 *
 * <p>The schema is the resource {@code /io/sluice/reports/comparison.schema.json}. A number that
 * does not exist is null; one that is infinite is null, too, and {@code unbounded} names it.
 */
public final class ComparisonJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private ComparisonJson() {}

  /** The comparison as JSON. */
  public static ObjectNode of(Comparison comparison) {
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("verdict", comparison.change().name());
    json.put("exit_code", comparison.change().exitCode());
    json.put("sentence", comparison.sentence());
    json.put("design", comparison.design().name().toLowerCase(Locale.ROOT));
    json.put("confidence", comparison.criteria().confidence());
    json.put("seconds", comparison.seconds());
    json.set("a", arm(comparison.a()));
    json.set("b", arm(comparison.b()));
    ArrayNode notes = json.putArray("notes");
    comparison.notes().forEach(notes::add);
    json.set("total", request(comparison.total()));
    ObjectNode requests = json.putObject("requests_by_name");
    comparison.requests().forEach(request -> requests.set(request.request(), request(request)));
    return json;
  }

  private static ObjectNode arm(Arm arm) {
    ObjectNode json = JsonText.object();
    json.put("name", arm.name());
    json.put("selection", arm.selection().toString());
    json.put("started", arm.run().header().started().toString());
    ArrayNode targets = json.putArray("targets");
    arm.run().plan().targets().forEach(target -> targets.add(target.toString()));
    return json;
  }

  private static ObjectNode request(RequestComparison request) {
    ObjectNode json = JsonText.object();
    json.put("finished_a", request.finishedA());
    json.put("finished_b", request.finishedB());
    JsonText.put(json, "probability_b_slower", JsonText.rounded(request.slower()));
    ArrayNode metrics = json.putArray("metrics");
    request.metrics().forEach(metric -> metrics.add(metric(metric)));
    return json;
  }

  private static ObjectNode metric(MetricComparison compared) {
    ObjectNode json = JsonText.object();
    ArrayNode unbounded = JsonText.object().arrayNode();
    Numbers numbers = new Numbers(json, unbounded);
    double scale =
        switch (compared.metric()) {
          case Metric.Quantile _, Metric.Mean _ -> 1e-6;
          case Metric.ErrorRate _, Metric.Throughput _ -> 1;
        };
    json.put("metric", compared.metric().label());
    json.put(
        "unit",
        switch (compared.metric()) {
          case Metric.Quantile _, Metric.Mean _ -> "ms";
          case Metric.ErrorRate _ -> "share";
          case Metric.Throughput _ -> "per_second";
        });
    numbers.put("a", compared.a() * scale);
    numbers.put("b", compared.b() * scale);
    json.put("difference_is", compared.metric() instanceof Metric.ErrorRate ? "share" : "relative");
    numbers.put("difference", compared.difference());
    numbers.put("low", compared.interval().low());
    numbers.put("high", compared.interval().high());
    Bounds second = compared.second();
    numbers.put("bootstrap_low", second.low());
    numbers.put("bootstrap_high", second.high());
    json.set("unbounded", unbounded);
    numbers.put("margin", compared.margin());
    numbers.put("p", compared.p());
    json.put("blocks", compared.blocks());
    numbers.put("block_seconds", compared.blockSeconds());
    json.put("verdict", compared.change().name());
    json.put("reason", compared.reason());
    return json;
  }

  private record Numbers(ObjectNode json, ArrayNode unbounded) {
    void put(String key, double value) {
      JsonText.put(json, key, JsonText.rounded(value));
      if (Double.isInfinite(value)) {
        unbounded.add(key);
      }
    }
  }
}
