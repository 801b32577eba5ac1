package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of requests since the start of the run, by request. Not thread-safe. */
final class RequestTotals {
  private static final List<String> CLASSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx", "other");

  private final Map<Labels, Total> totals = new LinkedHashMap<>();
  private final Bounds responses;
  private final Bounds services = Bounds.usual();
  private @Nullable Total[] bySeries = {};

  /** The sums of one request. */
  private static final class Total {
    private final long[] outcomes = new long[Outcome.COUNT];
    private final long[] classes = new long[CLASSES.size()];
    private final TimeBuckets ok;
    private final TimeBuckets failed;
    private final TimeBuckets service;
    private long started;
    private long redirects;
    private long sent;
    private long received;
    private final Labels labels;
    private final List<Labels> byOutcome = new ArrayList<>();
    private final List<Labels> byClass = new ArrayList<>();
    private final Labels okLabels;
    private final Labels failedLabels;

    Total(Labels labels, Bounds responses, Bounds services) {
      this.labels = labels;
      okLabels = labels.and("result", "ok");
      failedLabels = labels.and("result", "failed");
      for (int i = 0; i < Outcome.COUNT; i++) {
        byOutcome.add(labels.and("outcome", Outcome.at(i).key()));
      }
      CLASSES.forEach(name -> byClass.add(labels.and("status_class", name)));
      ok = new TimeBuckets(responses);
      failed = new TimeBuckets(responses);
      service = new TimeBuckets(services);
    }

    void add(SeriesCell cell) {
      started += cell.started();
      redirects += cell.redirects();
      sent += cell.bytesSent();
      received += cell.bytesReceived();
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] += cell.outcome(Outcome.at(i));
      }
      cell.statuses().forEachSeen(status -> classes[group(status)] += cell.statuses().of(status));
      ok.add(cell.okResponse());
      failed.add(cell.failedResponse());
      service.add(cell.service());
    }

    private static int group(int status) {
      return status < 600 ? status / 100 - 1 : CLASSES.size() - 1;
    }
  }

  RequestTotals(SeriesCatalog catalog, RequestLabels labels, List<Objective> objectives) {
    responses = Bounds.ofResponses(objectives);
    grow(catalog, labels);
  }

  /** The series of a catalog with more names; what was counted stays. */
  void grow(SeriesCatalog catalog, RequestLabels labels) {
    bySeries = new Total[catalog.seriesCount()];
    for (int s = 0; s < bySeries.length; s++) {
      if (catalog.reachable(s)) {
        Labels name = labels.of(catalog.series(s));
        bySeries[s] = totals.computeIfAbsent(name, _ -> new Total(name, responses, services));
      }
    }
  }

  /** Adds what an interval saw. */
  void add(Interval interval) {
    for (int s = 0; s < bySeries.length; s++) {
      Total total = bySeries[s];
      SeriesCell cell = total == null ? null : interval.seriesIfSeen(s);
      if (total != null && cell != null) {
        total.add(cell);
      }
    }
  }

  /** The metrics. */
  Stream<MetricFamilySamples> families() {
    Family started =
        Family.counter("sluice_requests_started", "Requests that were taken up by the generator.");
    Family requests =
        Family.counter(
            "sluice_requests",
            "Requests that ended, by outcome; 'aborted' is neither success nor failure.");
    Family responses = Family.counter("sluice_responses", "Answers by the class of their status.");
    Family response =
        Family.histogram(
            "sluice_response_time_seconds",
            "From the intended start of a request to its last byte, queueing included; result 'ok'"
                + " holds right answers that were merely late, too.");
    Family service =
        Family.histogram(
            "sluice_service_time_seconds",
            "From the instant a request was written to its last byte: without what it waited"
                + " before.");
    Family sent = Family.counter("sluice_sent_bytes", "Bytes sent, headers included, TLS not.");
    Family received =
        Family.counter("sluice_received_bytes", "Bytes received, headers included, TLS not.");
    Family redirects = Family.counter("sluice_redirects", "Redirects that were followed.");
    for (Total total : totals.values()) {
      Labels labels = total.labels;
      started.add(labels, total.started);
      for (int i = 0; i < Outcome.COUNT; i++) {
        requests.add(total.byOutcome.get(i), total.outcomes[i]);
      }
      for (int i = 0; i < CLASSES.size(); i++) {
        responses.add(total.byClass.get(i), total.classes[i]);
      }
      response.add(total.okLabels, total.ok);
      response.add(total.failedLabels, total.failed);
      service.add(labels, total.service);
      sent.add(labels, total.sent);
      received.add(labels, total.received);
      redirects.add(labels, total.redirects);
    }
    List<Family> all = new ArrayList<>(List.of(started, requests, responses, response, service));
    all.addAll(List.of(sent, received, redirects));
    return all.stream().map(Family::samples);
  }
}
