package io.sluice.reports.export;

import io.sluice.model.run.RunResult;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.figures.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row for each request, and one for all of them, of the measured windows and of the whole run.
 */
final class RequestsCsv {
  private RequestsCsv() {}

  static void write(RunResult run, OutputStream out) throws IOException {
    List<String> columns = new ArrayList<>(List.of("scope", "kind", "request"));
    columns.addAll(RequestColumns.names());
    RunFigures figures = RunFigures.of(run);
    try (CsvTable table = new CsvTable(out, columns)) {
      rows(table, "measured", figures.measured());
      rows(table, "whole_run", figures.wholeRun());
    }
  }

  private static void rows(CsvTable table, String name, Scope scope) throws IOException {
    row(table, name, "total", "", scope.total());
    for (Map.Entry<String, RequestFigures> request : scope.byName().entrySet()) {
      row(table, name, "request", request.getKey(), request.getValue());
    }
  }

  private static void row(
      CsvTable table, String scope, String kind, String request, RequestFigures figures)
      throws IOException {
    List<Object> row = new ArrayList<>(List.of(scope, kind, request));
    row.addAll(RequestColumns.values(figures));
    table.row(row);
  }
}
