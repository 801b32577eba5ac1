package io.sluice.cli;

import io.sluice.gate.Status;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Objective;
import io.sluice.reports.RunReports;
import io.sluice.reports.export.RunExport;
import io.sluice.reports.runs.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that a run can be exported in. */
enum ExportFormat {
  CSV("csv"),
  JSON("json"),
  HLOG("hlog"),
  K6_SUMMARY("k6-summary");

  /** Which rows a table has. */
  enum Table {
    /** One for each second and request. */
    SECONDS,
    /** One for each request. */
    REQUESTS
  }

  private final String word;

  ExportFormat(String word) {
    this.word = word;
  }

  /**
   * The export.
   *
   * @param table is looked at by CSV only
   * @param run the folder, whose verdict is looked at by K6_SUMMARY only
   */
  RunExport export(Table table, Path run) {
    return switch (this) {
      case CSV ->
          switch (table) {
            case SECONDS -> RunExport.secondsCsv();
            case REQUESTS -> RunExport.requestsCsv();
          };
      case JSON -> RunExport.intervalsJson();
      case HLOG -> RunExport.histogramLog();
      case K6_SUMMARY -> RunExport.k6Summary(judged(run));
    };
  }

  /** How a run was judged; nothing if it was not yet. */
  private static Map<Objective, Status> judged(Path run) {
    Map<Objective, Status> judged = new LinkedHashMap<>();
    if (Files.isRegularFile(run.resolve(RunReports.VERDICT))) {
      try {
        for (ObjectiveRecord one : RunFiles.read(run, "").objectives()) {
          judged.put(Objective.parse(one.expression()), one.status());
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new UserMistake(run + ": " + e.getMessage());
      }
    }
    return judged;
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException with the names and the nearest one
   */
  static ExportFormat of(String text) {
    return Arrays.stream(values())
        .filter(format -> format.word.equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, was '%s'%s"
                        .formatted(String.join(", ", words()), text, Nearest.hint(text, words()))));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(format -> format.word).toList();
  }
}
