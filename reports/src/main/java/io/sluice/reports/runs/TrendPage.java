package io.sluice.reports.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import io.sluice.reports.html.PageTemplate;
import io.sluice.reports.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How runs went over time, as a page of one file that needs no network. */
public final class TrendPage {
  private TrendPage() {}

  /**
   * The page.
   *
   * @param store where the runs are kept, without credentials
   */
  public static String of(String store, List<RunGroup> groups) {
    ObjectNode json = JsonText.object();
    json.put("store", store);
    ArrayNode list = json.putArray("groups");
    groups.forEach(group -> list.add(group(group)));
    return PageTemplate.trend().page(json);
  }

  private static ObjectNode group(RunGroup group) {
    ObjectNode json = JsonText.object();
    json.put("name", group.runs().getFirst().name());
    json.put("profile", group.runs().getFirst().profile());
    ArrayNode runs = json.putArray("runs");
    group.runs().forEach(run -> runs.add(run(run)));
    ArrayNode objectives = json.putArray("objectives");
    group.subjects().forEach(subject -> objectives.add(objective(group, subject)));
    ArrayNode changes = json.putArray("changes");
    group.changes().forEach(change -> changes.add(change(group, change)));
    return json;
  }

  private static ObjectNode run(RunRecord run) {
    ObjectNode json = JsonText.object();
    json.put("started", run.started().toString());
    json.put("verdict", run.status().name());
    json.put("sentence", run.sentence());
    json.put("revision", run.revision().label());
    json.put("folder", run.folder());
    json.put("requests", run.total().finished());
    JsonText.put(json, "p95_ms", run.total().p95());
    JsonText.put(json, "error_rate", run.total().errorRate());
    json.put("slos", run.objectives().size());
    json.put("slos_passed", HistoryJson.passed(run));
    return json;
  }

  /** Columns of a value for each run, null where it has none. */
  private static ObjectNode objective(RunGroup group, String subject) {
    ObjectiveRecord newest = group.newest(subject);
    ObjectNode json = JsonText.object();
    json.put("expression", newest.expression());
    json.put("unit", newest.unit().name().toLowerCase(Locale.ROOT));
    column(json, "threshold", group, subject, ObjectiveRecord::threshold);
    column(json, "estimate", group, subject, ObjectiveRecord::estimate);
    column(json, "low", group, subject, ObjectiveRecord::low);
    column(json, "high", group, subject, ObjectiveRecord::high);
    ArrayNode status = json.putArray("status");
    for (RunRecord run : group.runs()) {
      Optional<ObjectiveRecord> slo = RunGroup.objective(run, subject);
      status.add(slo.map(found -> found.status().name()).orElse(""));
    }
    return json;
  }

  private static void column(
      ObjectNode json,
      String name,
      RunGroup group,
      String subject,
      ToDoubleFunction<ObjectiveRecord> value) {
    ArrayNode column = json.putArray(name);
    for (RunRecord run : group.runs()) {
      Optional<ObjectiveRecord> slo = RunGroup.objective(run, subject);
      double number = slo.isPresent() ? value.applyAsDouble(slo.get()) : Double.NaN;
      if (Double.isFinite(number)) {
        column.add(number);
      } else {
        column.addNull();
      }
    }
  }

  private static ObjectNode change(RunGroup group, RunChange change) {
    ObjectNode json = JsonText.object();
    json.putObject("to").put("started", group.run(change.to()).started().toString());
    return json.put("change", change.change().name())
        .put("method", ChangeWords.method(change))
        .put("sentence", change.sentence());
  }
}
