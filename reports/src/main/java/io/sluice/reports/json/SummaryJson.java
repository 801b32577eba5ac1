package io.sluice.reports.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.figures.CheckFigures;
import io.sluice.reports.figures.ErrorFigures;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.MetricFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.figures.RunFigures;
import java.util.Locale;
import java.util.Map;

/**
 * {@code summary.json}: the figures of a run, for programs.
 *
 * <p>The schema lies beside this package as the resource {@code
 * /io/sluice/reports/summary.schema.json} and says what each key means. Keys are stable: {@code
 * schema_version} rises when one goes or changes its meaning, not when one is added. Times are
 * milliseconds unless a key says otherwise; a number that does not exist, such as a percentile
 * without samples, is null.
 *
 * <p>{@code total}, {@code requests_by_name}, {@code groups}, {@code checks} and {@code metrics}
 * are over the measured windows; {@code whole_run}, {@code whole_run_by_name}, {@code load}, {@code
 * errors} and {@code generator} are over the whole run.
 */
public final class SummaryJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private SummaryJson() {}

  /** The figures as JSON. */
  public static ObjectNode of(RunFigures run) {
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    facts(json, run.facts());
    json.set("total", requests(run.measured().total()));
    json.set("requests_by_name", byName(run.measured().byName()));
    json.set("groups", byName(run.measured().byGroup()));
    json.set("whole_run", requests(run.wholeRun().total()));
    json.set("whole_run_by_name", byName(run.wholeRun().byName()));
    json.set("load", load(run.load()));
    ArrayNode checks = json.putArray("checks");
    run.checks().forEach(check -> checks.add(check(check)));
    ArrayNode metrics = json.putArray("metrics");
    run.metrics().forEach(metric -> metrics.add(metric(metric)));
    ArrayNode errors = json.putArray("errors");
    run.errors().forEach(error -> errors.add(error(error)));
    json.set("generator", GeneratorJson.of(run.generator()));
    return json;
  }

  private static void facts(ObjectNode json, RunFacts run) {
    json.put("name", run.name());
    json.put("profile", run.profile());
    json.put("started", run.started().toString());
    json.put("duration_seconds", JsonText.micros(run.durationSeconds(), 1e6));
    json.put("measured_seconds", JsonText.micros(run.measuredSeconds(), 1e6));
    json.put("model", run.model().key());
    ArrayNode targets = json.putArray("targets");
    run.targets().forEach(targets::add);
    json.putObject("end")
        .put("reason", run.end().reason().name().toLowerCase(Locale.ROOT))
        .put("detail", run.end().detail());
    json.put("digest", run.digest());
    json.put("seed", run.seed());
    json.put("insecure", run.insecure());
    ObjectNode facts = json.putObject("facts");
    run.facts().forEach(facts::put);
  }

  private static ObjectNode byName(Map<String, RequestFigures> figures) {
    ObjectNode json = JsonText.object();
    figures.forEach((name, requests) -> json.set(name, requests(requests)));
    return json;
  }

  /** The figures of some requests. */
  public static ObjectNode requests(RequestFigures figures) {
    ObjectNode json = JsonText.object();
    json.putObject("requests")
        .put("started", figures.started())
        .put("finished", figures.finished())
        .put("failed", figures.failed())
        .put("aborted", figures.aborted());
    ObjectNode outcomes = json.putObject("outcomes");
    figures.outcomes().forEach((outcome, count) -> outcomes.put(outcome.key(), count));
    ObjectNode status = json.putObject("status");
    figures.statuses().forEach((code, count) -> status.put(Integer.toString(code), count));
    JsonText.put(json, "rate_per_second", JsonText.rounded(figures.ratePerSecond()));
    JsonText.put(json, "error_rate", JsonText.rounded(figures.errorRate()));
    json.set("response_time_ms", Times.json(figures.response()));
    json.set("service_time_ms", Times.json(figures.service()));
    json.set("time_to_first_byte_ms", Times.json(figures.firstByte()));
    json.putObject("bytes")
        .put("sent", figures.bytesSent())
        .put("received", figures.bytesReceived());
    json.put("redirects", figures.redirects());
    return json;
  }

  private static ObjectNode load(LoadFigures load) {
    return JsonText.object()
        .put("planned", load.planned())
        .put("offered", load.offered())
        .put("dropped", load.dropped())
        .put("iterations", load.iterations())
        .put("interrupted", load.interrupted())
        .put("max_users", load.maxUsers());
  }

  private static ObjectNode check(CheckFigures check) {
    ObjectNode json =
        JsonText.object()
            .put("name", check.name())
            .put("request", check.request())
            .put("group", check.group())
            .put("passes", check.passes())
            .put("fails", check.fails());
    JsonText.put(json, "pass_rate", JsonText.rounded(check.passRate()));
    return json;
  }

  private static ObjectNode metric(MetricFigures metric) {
    ObjectNode json = JsonText.object().put("name", metric.name());
    switch (metric) {
      case MetricFigures.Trend trend -> {
        json.put("kind", "trend");
        json.set("time_ms", Times.json(trend.times()));
      }
      case MetricFigures.Numbers numbers -> {
        json.put("kind", "numbers");
        json.set("distribution", Times.json(numbers.values()));
      }
      case MetricFigures.Rate rate -> {
        json.put("kind", "rate").put("trues", rate.trues()).put("total", rate.total());
        JsonText.put(json, "share", JsonText.rounded(rate.share()));
      }
      case MetricFigures.Counter counter -> {
        json.put("kind", "counter");
        JsonText.put(json, "sum", JsonText.rounded(counter.sum()));
      }
      case MetricFigures.Gauge gauge -> {
        json.put("kind", "gauge").put("values", gauge.values());
        boolean seen = gauge.values() > 0;
        JsonText.put(json, "last", seen ? JsonText.rounded(gauge.last()) : Double.NaN);
        JsonText.put(json, "smallest", seen ? JsonText.rounded(gauge.smallest()) : Double.NaN);
        JsonText.put(json, "largest", seen ? JsonText.rounded(gauge.largest()) : Double.NaN);
      }
    }
    return json;
  }

  private static ObjectNode error(ErrorFigures error) {
    ObjectNode json =
        JsonText.object()
            .put("request", error.kind().request())
            .put("outcome", error.kind().outcome().key())
            .put("detail", error.kind().detail())
            .put("count", error.count());
    JsonText.put(json, "first_seconds", JsonText.rounded(error.firstSeconds()));
    JsonText.put(json, "last_seconds", JsonText.rounded(error.lastSeconds()));
    return json;
  }
}
