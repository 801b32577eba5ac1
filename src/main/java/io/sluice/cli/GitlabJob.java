package io.sluice.cli;

import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.export.K6Summary;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A job on GitLab: the file of its load performance report, in the run's folder. */
final class GitlabJob {
  /** Name of the file for {@code artifacts:reports:load_performance}. */
  static final String LOAD_PERFORMANCE = "load-performance.json";

  private final Console console;

  GitlabJob(Console console) {
    this.console = console;
  }

  /** Writes the file. */
  void tell(JudgedRun run) {
    Path file = Path.of(run.file(LOAD_PERFORMANCE));
    Map<Objective, Status> judged = new LinkedHashMap<>();
    run.verdict().objectives().forEach(found -> judged.put(found.objective(), found.status()));
    try {
      Files.writeString(file, JsonText.pretty(K6Summary.of(run.figures(), judged)));
    } catch (IOException e) {
      console.problem("cannot write " + file + ": " + e);
    }
  }
}
