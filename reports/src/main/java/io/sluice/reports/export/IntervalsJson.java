package io.sluice.reports.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.json.SummaryJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The run log with figures in place of histograms: one JSON document in which every interval is a
 * line, so that tools for lines can read it, too.
 */
final class IntervalsJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** The counters that are the load's. */
  private static final List<Counter> LOAD =
      List.of(
          Counter.PLANNED,
          Counter.OFFERED,
          Counter.DROPPED,
          Counter.ITERATIONS,
          Counter.INTERRUPTED,
          Counter.USERS,
          Counter.PLANNED_USERS,
          Counter.IN_FLIGHT,
          Counter.CONNECTIONS);

  private final RunResult run;
  private final SeriesCatalog catalog;
  private final JsonGenerator json;
  private boolean first = true;

  private IntervalsJson(RunResult run, JsonGenerator json) {
    this.run = run;
    this.catalog = run.catalog();
    this.json = json;
  }

  static void write(RunResult run, OutputStream out) throws IOException {
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
      new IntervalsJson(run, json).write();
    }
    out.write('\n');
    out.flush();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema_version", 1);
    json.writeObjectField("run", header());
    json.writeArrayFieldStart("intervals");
    Intervals.replay(run, this::interval);
    json.writeEndArray();
    json.writeObjectField("end", end());
    json.writeEndObject();
  }

  private ObjectNode header() {
    ObjectNode header =
        JsonText.object()
            .put("name", run.header().name())
            .put("profile", run.plan().profile())
            .put("started", run.header().started().toString())
            .put("digest", run.header().digest());
    ObjectNode facts = header.putObject("facts");
    run.header().facts().forEach(facts::put);
    return header;
  }

  private ObjectNode end() {
    return JsonText.object()
        .put("reason", run.end().reason().name().toLowerCase(Locale.ROOT))
        .put("detail", run.end().detail())
        .put("seconds", run.end().nanos() / 1e9);
  }

  private void interval(Interval interval) throws IOException {
    double from = interval.fromNanos() / 1e9;
    double to = interval.toNanos() / 1e9;
    ObjectNode node =
        JsonText.object().put("n", interval.number()).put("from_s", from).put("to_s", to);
    node.set("load", load(interval.health()));
    node.set("generator", generator(interval.health()));
    ArrayNode requests = node.putArray("requests");
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        requests.add(series(catalog.series(s), RequestFigures.of(cell, to - from)));
      }
    }
    checks(node.putArray("checks"), interval);
    ArrayNode errors = node.putArray("errors");
    interval
        .errors()
        .forEach(
            (kind, count) ->
                errors
                    .addObject()
                    .put("request", kind.request())
                    .put("outcome", kind.outcome().key())
                    .put("detail", kind.detail())
                    .put("count", count));
    json.writeRaw(first ? "\n" : ",\n");
    first = false;
    json.writeRaw(MAPPER.writeValueAsString(node));
  }

  private static ObjectNode load(Health health) {
    ObjectNode load = JsonText.object();
    LOAD.forEach(counter -> load.put(counter.key(), health.get(counter)));
    return load;
  }

  private static ObjectNode generator(Health health) {
    ObjectNode generator = JsonText.object();
    JsonText.put(generator, "lag_p99_ms", p99(health.lag()));
    JsonText.put(generator, "loop_delay_p99_ms", p99(health.loopDelay()));
    JsonText.put(generator, "busy_share", JsonText.rounded(health.busyShare()));
    JsonText.put(generator, "cpu_share", JsonText.rounded(health.cpuShare()));
    return generator;
  }

  private static double p99(Histogram micros) {
    return micros.getTotalCount() == 0 ? Double.NaN : micros.getValueAtPercentile(99) / 1000.0;
  }

  private static ObjectNode series(SeriesKey key, RequestFigures figures) {
    ObjectNode node =
        JsonText.object()
            .put("phase", key.phase())
            .put("window", key.window())
            .put("measured", key.measured())
            .put("group", key.group())
            .put("request", key.request());
    ObjectNode tags = node.putObject("tags");
    key.tags().forEach(tags::put);
    node.setAll(SummaryJson.requests(figures));
    return node;
  }

  private void checks(ArrayNode checks, Interval interval) {
    for (int c = 0; c < interval.checkCells(); c++) {
      CheckCell cell = interval.checkIfSeen(c);
      if (cell != null) {
        CheckSpec check = run.plan().checks().get(c % catalog.checkCount());
        checks
            .addObject()
            .put("name", check.name())
            .put("request", catalog.check(c).request())
            .put("group", catalog.check(c).group())
            .put("measured", catalog.window(c / catalog.checkCount()).measured())
            .put("passes", cell.passes())
            .put("fails", cell.fails());
      }
    }
  }
}
