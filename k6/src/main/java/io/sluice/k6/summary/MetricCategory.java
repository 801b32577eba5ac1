package io.sluice.k6.summary;

import java.util.Arrays;
import java.util.List;

/** Under which heading a metric stands, in the order of the headings. */
enum MetricCategory {
  CUSTOM,
  HTTP(
      "http_reqs",
      "http_req_failed",
      "http_req_duration",
      "http_req_blocked",
      "http_req_connecting",
      "http_req_tls_handshaking",
      "http_req_sending",
      "http_req_waiting",
      "http_req_receiving"),
  EXECUTION("vus", "vus_max", "iterations", "iteration_duration", "dropped_iterations"),
  NETWORK("data_sent", "data_received"),
  BROWSER("browser_"),
  WEB_VITALS("browser_web_vital_"),
  GRPC("grpc_"),
  WEBSOCKET("ws_");

  private static final List<String> NEVER = List.of("checks", "group_duration");
  private static final List<String> NOT_COMPACT =
      List.of(
          "http_req_blocked",
          "http_req_connecting",
          "http_req_receiving",
          "http_req_sending",
          "http_req_tls_handshaking",
          "http_req_waiting");

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> prefixes;

  MetricCategory(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** The heading of a metric or sub-metric, by how its name starts: that is how k6 sorts. */
  static MetricCategory of(String name) {
    if (startsWithAny(name, WEB_VITALS.prefixes)) {
      return WEB_VITALS;
    }
    return Arrays.stream(values())
        .filter(category -> startsWithAny(name, category.prefixes))
        .findFirst()
        .orElse(CUSTOM);
  }

  /** Whether a metric is shown among the others. */
  static boolean isShown(String name, SummaryMode mode) {
    return !startsWithAny(name, NEVER)
        && !(mode == SummaryMode.COMPACT && startsWithAny(name, NOT_COMPACT));
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
