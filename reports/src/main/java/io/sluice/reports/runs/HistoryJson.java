package io.sluice.reports.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Status;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import io.sluice.reports.json.JsonText;
import java.util.List;
import java.util.Locale;

/** The history of runs for programs. Times are milliseconds; null stands for what is not known. */
public final class HistoryJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private HistoryJson() {}

  /**
   * The history as JSON.
   *
   * @param store where it is kept, without credentials
   */
  public static ObjectNode of(String store, List<RunGroup> groups) {
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("store", store);
    ArrayNode list = json.putArray("groups");
    for (RunGroup group : groups) {
      ObjectNode node = list.addObject();
      node.put("name", group.runs().getFirst().name());
      node.put("profile", group.runs().getFirst().profile());
      ArrayNode runs = node.putArray("runs");
      group.runs().forEach(run -> runs.add(run(run)));
      ArrayNode changes = node.putArray("changes");
      group.changes().forEach(change -> changes.add(change(change)));
    }
    return json;
  }

  private static ObjectNode run(RunRecord run) {
    ObjectNode json = JsonText.object();
    json.put("id", run.id());
    json.put("started", run.started().toString());
    JsonText.put(json, "duration_seconds", run.durationSeconds());
    json.put("version", run.version());
    json.put("digest", run.digest());
    json.put("verdict", run.status().name());
    json.put("sentence", run.sentence());
    json.put("branch", run.revision().branch());
    json.put("commit", run.revision().commit());
    json.put("build", run.revision().build());
    json.put("folder", run.folder());
    json.put("slos_passed", passed(run));
    ArrayNode slos = json.putArray("slos");
    run.objectives().forEach(slo -> slos.add(objective(slo)));
    json.set("total", request(run.total()));
    ObjectNode requests = json.putObject("requests_by_name");
    run.requests().forEach(request -> requests.set(request.name(), request(request)));
    return json;
  }

  static long passed(RunRecord run) {
    return run.objectives().stream().filter(slo -> slo.status() == Status.PASS).count();
  }

  private static ObjectNode objective(ObjectiveRecord slo) {
    ObjectNode json = JsonText.object();
    json.put("expression", slo.expression());
    json.put("unit", slo.unit().name().toLowerCase(Locale.ROOT));
    json.put("comparison", slo.comparison());
    JsonText.put(json, "threshold", slo.threshold());
    JsonText.put(json, "estimate", slo.estimate());
    JsonText.put(json, "low", slo.low());
    JsonText.put(json, "high", slo.high());
    json.put("samples", slo.samples());
    JsonText.put(json, "effective_samples", slo.effectiveSamples());
    json.put("severity", slo.severity().name().toLowerCase(Locale.ROOT));
    json.put("status", slo.status().name());
    json.put("reason", slo.reason());
    return json;
  }

  private static ObjectNode request(RequestRecord request) {
    ObjectNode json =
        JsonText.object().put("finished", request.finished()).put("failed", request.failed());
    JsonText.put(json, "error_rate", JsonText.rounded(request.errorRate()));
    JsonText.put(json, "rate_per_second", request.perSecond());
    JsonText.put(json, "p50", request.p50());
    JsonText.put(json, "p95", request.p95());
    JsonText.put(json, "p99", request.p99());
    return json;
  }

  private static ObjectNode change(RunChange change) {
    return JsonText.object()
        .put("from", change.from())
        .put("to", change.to())
        .put("method", change.method().name().toLowerCase(Locale.ROOT))
        .put("change", change.change().name())
        .put("sentence", change.sentence());
  }
}
