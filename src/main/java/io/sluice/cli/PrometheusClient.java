package io.sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.model.plan.Measure.TargetMetric;
import io.sluice.model.plan.Units;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import io.sluice.reports.text.Printable;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Asks a Prometheus server for the series of a query, by its HTTP API. Whatever goes wrong is an
 * answer, too. Certificates are verified, redirects not followed: they would carry the credentials
 * elsewhere. Several threads may ask at once.
 */
final class PrometheusClient implements AutoCloseable {
  /** How long a server may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long LARGEST = 16L << 20;
  private static final int LONGEST_MESSAGE = 200;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Duration patience;
  private final PrometheusAccess access;
  private final HttpClient http;

  /**
   * What is asked about.
   *
   * @param startMillis the start of the run by the wall clock, in milliseconds since 1970
   * @param from of the time asked about, in seconds from the start of the run
   * @param to of the time asked about, in seconds from the start of the run
   * @param step in seconds
   */
  record Range(long startMillis, double from, double to, long step) {
    private String parameters(String query) {
      return Map.of(
              "query", query,
              "start", seconds(from),
              "end", seconds(to),
              "step", Long.toString(step))
          .entrySet()
          .stream()
          .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&"));
    }

    private String seconds(double fromStart) {
      long millis = startMillis + Math.round(fromStart * 1e3);
      return "%d.%03d".formatted(millis / 1000, millis % 1000);
    }
  }

  PrometheusClient(PrometheusAccess access, Duration patience) {
    this.access = access;
    this.patience = patience;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /** What the server at an address says to a query. */
  TargetMetrics.Answer ask(TargetMetric metric, String server, Range range)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/query_range"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "sluice/" + Version.current())
            .POST(BodyPublishers.ofString(range.parameters(metric.query())));
    access.header().ifPresent(value -> request.header("Authorization", value));
    CompletableFuture<HttpResponse<String>> response =
        http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
    try {
      return read(metric, server, range, response.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      boolean _ = response.cancel(true);
      return problem(metric, server + " did not answer within " + Units.format(patience));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return problem(metric, unreachable(server, cause == null ? e : cause));
    }
  }

  private static String unreachable(String server, Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> server + " cannot be reached: no connection in time";
      case ConnectException e ->
          server
              + " cannot be reached: "
              + (nameIsUnknown(e) ? "its name has no address" : "the connection was refused");
      case SSLException e ->
          server + ": no TLS connection that is trusted: " + brief(String.valueOf(e.getMessage()));
      default -> {
        String message = cause.getMessage();
        yield server + " gave no answer: " + brief(message == null ? cause.toString() : message);
      }
    };
  }

  private static boolean nameIsUnknown(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static TargetMetrics.Answer read(
      TargetMetric metric, String server, Range range, HttpResponse<String> response) {
    int status = response.statusCode();
    JsonNode json = json(response.body());
    String error = json.path("error").asText();
    if (status == 401 || status == 403) {
      return problem(
          metric,
          "%s refused access (status %d): %s".formatted(server, status, PrometheusAccess.HINT));
    }
    if (json.path("status").asText().equals("error") && !error.isEmpty()) {
      return problem(metric, "%s could not answer: %s".formatted(server, brief(error)));
    }
    if (status != 200 || !json.at("/data/resultType").asText().equals("matrix")) {
      return problem(
          metric,
          "%s answered with status %d and nothing that a Prometheus server says"
              .formatted(server, status));
    }
    JsonNode series = json.at("/data/result");
    return switch (series.size()) {
      case 0 -> problem(metric, "the query has no result on " + server);
      case 1 -> series(metric, range, series.get(0).path("values"));
      default ->
          problem(
              metric,
              "the query has %d series as its result where one is needed: aggregate them, such as by max(…) or sum(…)"
                  .formatted(series.size()));
    };
  }

  private static TargetMetrics.Answer series(TargetMetric metric, Range range, JsonNode values) {
    List<Point> points = new ArrayList<>();
    for (JsonNode value : values) {
      double seconds = value.path(0).asDouble() - range.startMillis() / 1e3;
      points.add(new Point(Math.rint(seconds * 1e3) / 1e3, number(value.path(1).asText())));
    }
    return new TargetMetrics.Series(metric.query(), metric.url(), (double) range.step(), points);
  }

  /** Numbers as Prometheus writes them; what is none is not a number. */
  private static double number(String text) {
    try {
      return switch (text) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static JsonNode json(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json == null ? MAPPER.missingNode() : json;
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private static TargetMetrics.Problem problem(TargetMetric metric, String reason) {
    return new TargetMetrics.Problem(metric.query(), metric.url(), reason);
  }

  private static String brief(String message) {
    return Printable.clip(Printable.line(message), LONGEST_MESSAGE);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
