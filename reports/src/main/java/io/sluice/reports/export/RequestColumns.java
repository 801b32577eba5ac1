package io.sluice.reports.export;

import io.sluice.model.run.Outcome;
import io.sluice.reports.figures.Distribution;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns that say what was seen of some requests; the same in every table. */
final class RequestColumns {
  private record Column(String name, Function<RequestFigures, Object> value) {}

  /** Stands for a number that does not exist. */
  private static final String NONE = "";

  private static final List<Column> COLUMNS = columns();

  private RequestColumns() {}

  static List<String> names() {
    return COLUMNS.stream().map(Column::name).toList();
  }

  static List<Object> values(RequestFigures figures) {
    return COLUMNS.stream().map(column -> column.value().apply(figures)).toList();
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("started", RequestFigures::started));
    columns.add(new Column("finished", RequestFigures::finished));
    columns.add(new Column("failed", RequestFigures::failed));
    columns.add(new Column("rate_per_second", f -> number(f.ratePerSecond())));
    columns.add(new Column("error_rate", f -> number(f.errorRate())));
    for (Outcome outcome : Outcome.values()) {
      columns.add(new Column(outcome.key(), f -> f.outcomes().get(outcome)));
    }
    times(columns, "response", RequestFigures::response);
    times(columns, "service", RequestFigures::service);
    times(columns, "first_byte", RequestFigures::firstByte);
    columns.add(new Column("bytes_sent", RequestFigures::bytesSent));
    columns.add(new Column("bytes_received", RequestFigures::bytesReceived));
    columns.add(new Column("redirects", RequestFigures::redirects));
    return List.copyOf(columns);
  }

  private static void times(
      List<Column> columns, String name, Function<RequestFigures, Distribution> times) {
    time(columns, name + "_min_ms", times, Distribution::min);
    time(columns, name + "_mean_ms", times, Distribution::mean);
    time(columns, name + "_p50_ms", times, Distribution::p50);
    time(columns, name + "_p90_ms", times, Distribution::p90);
    time(columns, name + "_p95_ms", times, Distribution::p95);
    time(columns, name + "_p99_ms", times, Distribution::p99);
    time(columns, name + "_p999_ms", times, Distribution::p999);
    time(columns, name + "_max_ms", times, Distribution::max);
  }

  private static void time(
      List<Column> columns,
      String name,
      Function<RequestFigures, Distribution> times,
      ToDoubleFunction<Distribution> statistic) {
    columns.add(new Column(name, f -> number(statistic.applyAsDouble(times.apply(f)))));
  }

  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) JsonText.rounded(value) : NONE;
  }
}
