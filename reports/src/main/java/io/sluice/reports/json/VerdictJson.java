package io.sluice.reports.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Measure;
import java.util.Locale;

/**
 * {@code verdict.json}: the verdict of a run, for programs.
 *
 * <p>The schema lies beside this package as the resource {@code
 * /io/sluice/reports/verdict.schema.json}. Each SLO's {@code estimate}, {@code low} and {@code
 * high} are in its {@code unit}: {@code ms}, {@code share} (0 to 1), {@code per_second}, {@code
 * bytes_per_second} or {@code number}.
 *
 * <p>JSON has no infinity. A value that is not known is null; a value that lies above every number
 * is null, too, and {@code unbounded} names it. So whoever overlooks {@code unbounded} sees a
 * missing number, never a wrong one.
 */
public final class VerdictJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private VerdictJson() {}

  /** The verdict as JSON. */
  public static ObjectNode of(Verdict verdict) {
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("verdict", verdict.status().name());
    json.put("exit_code", verdict.exitCode());
    json.put("sentence", verdict.sentence());
    json.put("confidence", verdict.confidence());
    json.put("statistics", verdict.statistics().name().toLowerCase(Locale.ROOT));
    ArrayNode notes = json.putArray("notes");
    verdict.notes().forEach(notes::add);
    ArrayNode slos = json.putArray("slos");
    verdict.objectives().forEach(result -> slos.add(slo(result)));
    return json;
  }

  private static ObjectNode slo(ObjectiveResult result) {
    Measure.Unit unit = result.objective().measure().unit();
    ObjectNode json = JsonText.object();
    json.put("expression", result.objective().expression());
    put(json, "estimate", unit, result.estimate());
    put(json, "low", unit, result.low());
    put(json, "high", unit, result.high());
    ArrayNode unbounded = json.putArray("unbounded");
    addIfUnbounded(unbounded, "estimate", result.estimate());
    addIfUnbounded(unbounded, "low", result.low());
    addIfUnbounded(unbounded, "high", result.high());
    json.put("comparison", result.objective().comparison().symbol());
    put(json, "threshold", unit, result.objective().threshold());
    json.put(
        "unit",
        switch (unit) {
          case TIME -> "ms";
          case SHARE -> "share";
          case RATE -> "per_second";
          case BYTE_RATE -> "bytes_per_second";
          case NUMBER -> "number";
        });
    json.put("samples", result.samples());
    JsonText.put(json, "effective_samples", JsonText.rounded(result.effectiveSamples()));
    json.put("observed", result.observed());
    json.put("severity", result.objective().severity().name().toLowerCase(Locale.ROOT));
    json.put("status", result.status().name());
    json.put("reason", result.reason());
    return json;
  }

  private static void put(ObjectNode json, String key, Measure.Unit unit, double value) {
    JsonText.put(json, key, JsonText.rounded(unit == Measure.Unit.TIME ? value / 1e6 : value));
  }

  private static void addIfUnbounded(ArrayNode names, String name, double value) {
    if (value == Double.POSITIVE_INFINITY) {
      names.add(name);
    }
  }
}
