package io.sluice.cli;

import io.sluice.model.plan.Nearest;
import io.sluice.reports.export.RunExport;
import java.util.Arrays;
import java.util.List;

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

  /** The export; the table is looked at by CSV only. */
  RunExport export(Table table) {
    return switch (this) {
      case CSV ->
          switch (table) {
            case SECONDS -> RunExport.secondsCsv();
            case REQUESTS -> RunExport.requestsCsv();
          };
      case JSON -> RunExport.intervalsJson();
      case HLOG -> RunExport.histogramLog();
      case K6_SUMMARY -> RunExport.k6Summary();
    };
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
