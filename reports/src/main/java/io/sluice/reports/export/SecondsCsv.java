package io.sluice.reports.export;

import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import io.sluice.reports.figures.RequestFigures;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row for each second and each series that was seen in it. */
final class SecondsCsv {
  private static final List<String> KEYS =
      List.of("time", "from_s", "to_s", "phase", "window", "measured", "group", "request", "tags");

  private final SeriesCatalog catalog;
  private final Instant started;
  private final CsvTable table;

  private SecondsCsv(RunResult run, CsvTable table) {
    catalog = run.catalog();
    started = run.header().started();
    this.table = table;
  }

  static void write(RunResult run, OutputStream out) throws IOException {
    List<String> columns = new ArrayList<>(KEYS);
    columns.addAll(RequestColumns.names());
    try (CsvTable table = new CsvTable(out, columns)) {
      Intervals.replaySeconds(run, new SecondsCsv(run, table)::second);
    }
  }

  private void second(Interval second) throws IOException {
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = second.seriesIfSeen(s);
      if (cell != null) {
        table.row(row(second, catalog.series(s), cell));
      }
    }
  }

  private List<Object> row(Interval second, SeriesKey key, SeriesCell cell) {
    double from = second.fromNanos() / 1e9;
    double to = second.toNanos() / 1e9;
    List<Object> row = new ArrayList<>();
    row.add(started.plusNanos(second.fromNanos()).toString());
    row.add(from);
    row.add(to);
    row.add(key.phase());
    row.add(key.window());
    row.add(key.measured());
    row.add(key.group());
    row.add(key.request());
    row.add(tags(key.tags()));
    row.addAll(RequestColumns.values(RequestFigures.of(cell, to - from)));
    return row;
  }

  private static String tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(";"));
  }
}
