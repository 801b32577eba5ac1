package io.sluice.reports.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Status;
import io.sluice.gate.record.RunRecord;
import io.sluice.reports.json.JsonText;
import java.util.List;

/** The list of runs for its page, and for programs. */
public final class RunListJson {
  private RunListJson() {}

  /** The runs in their order. */
  public static ObjectNode of(List<ListedRun> runs) {
    ObjectNode json = JsonText.object();
    ArrayNode list = json.putArray("runs");
    runs.forEach(run -> list.add(of(run)));
    return json;
  }

  private static ObjectNode of(ListedRun run) {
    ObjectNode json = JsonText.object();
    json.put("folder", run.folder());
    json.put("started", run.started().toString());
    switch (run) {
      case ListedRun.Judged judged -> {
        json.put("state", "judged");
        figures(json, judged.run());
      }
      case ListedRun.Running running ->
          json.put("state", "running")
              .put("name", running.name())
              .put("profile", running.profile())
              .put("live", running.live());
      case ListedRun.Unjudged unjudged ->
          json.put("state", "unjudged")
              .put("name", unjudged.name())
              .put("sentence", unjudged.reason());
    }
    ArrayNode files = json.putArray("files");
    run.files().forEach(files::add);
    return json;
  }

  private static void figures(ObjectNode json, RunRecord run) {
    json.put("name", run.name());
    json.put("profile", run.profile());
    json.put("verdict", run.status().name());
    json.put("sentence", run.sentence());
    json.put("revision", run.revision().label());
    JsonText.put(json, "duration_seconds", run.durationSeconds());
    json.put("requests", run.total().finished());
    JsonText.put(json, "error_rate", JsonText.rounded(run.total().errorRate()));
    JsonText.put(json, "p95_ms", run.total().p95());
    json.put("slos", run.objectives().size());
    json.put(
        "slos_passed",
        run.objectives().stream().filter(slo -> slo.status() == Status.PASS).count());
  }
}
