package io.sluice.reports.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.reports.figures.CheckFigures;
import io.sluice.reports.figures.Distribution;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.figures.TimelinePoint;
import io.sluice.reports.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The summary that k6 writes for {@code --summary-export}, with k6's names and units: what reads
 * k6's reads this. GitLab's load performance widget does, as {@code load-performance.json}.
 *
 * <p>Requests and checks are those of the measured windows; iterations, users and dropped ones are
 * of the whole run. {@code http_req_duration} is k6's: from the instant that a request was written.
 * The response time that objectives judge is {@code sluice_response_time}. A metric without a
 * single value is left out; how long iterations took is not known of a run.
 */
public final class K6Summary {
  private final RunFigures run;
  private final ObjectNode json = JsonText.object();
  private final ObjectNode metrics;

  private K6Summary(RunFigures run) {
    this.run = run;
    json.set("root_group", rootGroup());
    metrics = json.putObject("metrics");
  }

  /** The summary of a run that was not judged, as JSON. */
  public static ObjectNode of(RunFigures run) {
    return of(run, Map.of());
  }

  /**
   * The summary as JSON.
   *
   * @param judged how each objective was judged: those that k6 has words for are its thresholds
   */
  public static ObjectNode of(RunFigures run, Map<Objective, Status> judged) {
    K6Summary summary = new K6Summary(run);
    ObjectNode json = summary.write();
    judged.forEach(
        (objective, status) -> K6Threshold.of(objective, status).ifPresent(summary::threshold));
    return json;
  }

  private void threshold(K6Threshold threshold) {
    if (metrics.get(threshold.metric()) instanceof ObjectNode metric) {
      metric.withObject("/thresholds").put(threshold.source(), threshold.failed());
    }
  }

  private ObjectNode write() {
    RequestFigures total = run.measured().total();
    double measured = run.facts().measuredSeconds();
    counter("http_reqs", total.finished(), measured);
    requests("", total);
    run.measured().byName().forEach((name, seen) -> requests("{name:" + name + "}", seen));
    counter("data_sent", total.bytesSent(), measured);
    counter("data_received", total.bytesReceived(), measured);
    checks();
    load();
    return json;
  }

  private void requests(String selector, RequestFigures seen) {
    trend("sluice_response_time" + selector, seen.response());
    trend("http_req_duration" + selector, seen.service());
    trend("http_req_waiting" + selector, seen.firstByte());
    rate("http_req_failed" + selector, seen.failed(), seen.finished() - seen.failed());
  }

  private void checks() {
    List<CheckFigures> checks = run.checks();
    long passes = checks.stream().mapToLong(CheckFigures::passes).sum();
    rate("checks", passes, checks.stream().mapToLong(CheckFigures::fails).sum());
  }

  private void load() {
    LoadFigures load = run.load();
    double seconds = run.facts().durationSeconds();
    counter("iterations", load.iterations(), seconds);
    if (load.dropped() > 0) {
      counter("dropped_iterations", load.dropped(), seconds);
    }
    List<TimelinePoint> timeline = run.timeline();
    if (!timeline.isEmpty()) {
      gauge(
          "vus",
          timeline.getLast().users(),
          timeline.stream().mapToLong(TimelinePoint::users).min().orElse(0),
          load.maxUsers());
      long most = timeline.stream().mapToLong(TimelinePoint::plannedUsers).max().orElse(0);
      long allocated = Math.max(most, load.maxUsers());
      gauge("vus_max", allocated, allocated, allocated);
    }
  }

  private void trend(String name, Distribution millis) {
    if (millis.samples() > 0) {
      metrics
          .putObject(name)
          .put("avg", millis.mean())
          .put("min", millis.min())
          .put("med", millis.p50())
          .put("max", millis.max())
          .put("p(90)", millis.p90())
          .put("p(95)", millis.p95());
    }
  }

  private void counter(String name, long count, double seconds) {
    metrics
        .putObject(name)
        .put("count", count)
        .put("rate", seconds > 0 ? JsonText.rounded(count / seconds) : 0);
  }

  /**
   * Of a rate, {@code passes} are the values that were true: of {@code http_req_failed} failures.
   */
  private void rate(String name, long trues, long falses) {
    if (trues + falses > 0) {
      metrics
          .putObject(name)
          .put("passes", trues)
          .put("fails", falses)
          .put("value", JsonText.rounded((double) trues / (trues + falses)));
    }
  }

  private void gauge(String name, long value, long min, long max) {
    metrics.putObject(name).put("value", value).put("min", min).put("max", max);
  }

  private ObjectNode rootGroup() {
    ObjectNode root = JsonText.object().put("name", "").put("path", "").put("id", md5(""));
    root.putObject("groups");
    ObjectNode checks = root.putObject("checks");
    for (CheckFigures check : run.checks()) {
      String path = "::" + check.name();
      ObjectNode node = checks.withObjectProperty(check.name());
      node.put("name", check.name()).put("path", path).put("id", md5(path));
      node.put("passes", node.path("passes").asLong() + check.passes());
      node.put("fails", node.path("fails").asLong() + check.fails());
    }
    return root;
  }

  /** k6 names groups and checks by the MD5 of their paths. */
  private static String md5(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
