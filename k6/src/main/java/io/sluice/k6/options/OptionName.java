package io.sluice.k6.options;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options there are, in the order of {@code inspect}: how each is called, and what it takes.
 */
enum OptionName {
  PAUSED("paused", Scalar.BOOL, "K6_PAUSED", "paused"),
  VUS("vus", Scalar.WHOLE, "K6_VUS", "vus"),
  DURATION("duration", Scalar.DURATION, "K6_DURATION", "duration"),
  ITERATIONS("iterations", Scalar.WHOLE, "K6_ITERATIONS", "iterations"),
  STAGES("stages", new StagesKind(), "K6_STAGES", "stage"),
  SCENARIOS("scenarios", new ScenariosKind(), null, null),
  EXECUTION_SEGMENT("executionSegment", Plain.SEGMENT, null, "execution-segment"),
  EXECUTION_SEGMENT_SEQUENCE(
      "executionSegmentSequence", Plain.SEGMENT, null, "execution-segment-sequence"),
  NO_SETUP("noSetup", Scalar.BOOL, "K6_NO_SETUP", "no-setup"),
  SETUP_TIMEOUT("setupTimeout", Scalar.DURATION, "K6_SETUP_TIMEOUT", null),
  NO_TEARDOWN("noTeardown", Scalar.BOOL, "K6_NO_TEARDOWN", "no-teardown"),
  TEARDOWN_TIMEOUT("teardownTimeout", Scalar.DURATION, "K6_TEARDOWN_TIMEOUT", null),
  HANDLE_SUMMARY_TIMEOUT(
      "handleSummaryTimeout", Scalar.DURATION, "K6_HANDLE_SUMMARY_TIMEOUT", null),
  RPS("rps", Scalar.WHOLE, "K6_RPS", "rps"),
  DNS("dns", new DnsKind(), "K6_DNS", "dns"),
  MAX_REDIRECTS("maxRedirects", Scalar.WHOLE, "K6_MAX_REDIRECTS", "max-redirects"),
  USER_AGENT("userAgent", Scalar.TEXT, "K6_USER_AGENT", "user-agent"),
  BATCH("batch", Scalar.WHOLE, "K6_BATCH", "batch"),
  BATCH_PER_HOST("batchPerHost", Scalar.WHOLE, "K6_BATCH_PER_HOST", "batch-per-host"),
  HTTP_DEBUG("httpDebug", Scalar.TEXT, "K6_HTTP_DEBUG", "http-debug"),
  INSECURE_SKIP_TLS_VERIFY(
      "insecureSkipTLSVerify",
      Scalar.BOOL,
      "K6_INSECURE_SKIP_TLS_VERIFY",
      "insecure-skip-tls-verify"),
  TLS_CIPHER_SUITES("tlsCipherSuites", Listing.CIPHER_SUITES, "K6_TLS_CIPHER_SUITES", null),
  TLS_VERSION("tlsVersion", TlsKind.VERSION, null, null),
  TLS_AUTH("tlsAuth", TlsKind.AUTH, "K6_TLSAUTH", null),
  THROW("throw", Scalar.BOOL, "K6_THROW", "throw"),
  THRESHOLDS("thresholds", new ThresholdsKind(), "K6_THRESHOLDS", null),
  BLACKLIST_IPS("blacklistIPs", Listing.IP_NETS, "K6_BLACKLIST_IPS", "blacklist-ip"),
  BLOCK_HOSTNAMES("blockHostnames", Listing.HOST_PATTERNS, "K6_BLOCK_HOSTNAMES", "block-hostnames"),
  HOSTS("hosts", Mapping.HOSTS, "K6_HOSTS", null),
  NO_CONNECTION_REUSE(
      "noConnectionReuse", Scalar.BOOL, "K6_NO_CONNECTION_REUSE", "no-connection-reuse"),
  NO_VU_CONNECTION_REUSE(
      "noVUConnectionReuse", Scalar.BOOL, "K6_NO_VU_CONNECTION_REUSE", "no-vu-connection-reuse"),
  MIN_ITERATION_DURATION(
      "minIterationDuration",
      Scalar.DURATION,
      "K6_MIN_ITERATION_DURATION",
      "min-iteration-duration"),
  CLOUD("cloud", Plain.ANY, null, null),
  EXT("ext", Plain.ANY, null, null),
  SUMMARY_TREND_STATS(
      "summaryTrendStats", Listing.TREND_STATS, "K6_SUMMARY_TREND_STATS", "summary-trend-stats"),
  SUMMARY_TIME_UNIT(
      "summaryTimeUnit", Scalar.TIME_UNIT, "K6_SUMMARY_TIME_UNIT", "summary-time-unit"),
  SYSTEM_TAGS("systemTags", Listing.SYSTEM_TAGS, "K6_SYSTEM_TAGS", "system-tags"),
  TAGS("tags", Mapping.TEXTS, "K6_TAGS", "tag"),
  METRIC_SAMPLES_BUFFER_SIZE(
      "metricSamplesBufferSize", Scalar.WHOLE, "K6_METRIC_SAMPLES_BUFFER_SIZE", null),
  NO_COOKIES_RESET("noCookiesReset", Scalar.BOOL, "K6_NO_COOKIES_RESET", null),
  DISCARD_RESPONSE_BODIES(
      "discardResponseBodies",
      Scalar.BOOL,
      "K6_DISCARD_RESPONSE_BODIES",
      "discard-response-bodies"),
  CONSOLE_OUTPUT("consoleOutput", Scalar.TEXT, "K6_CONSOLE_OUTPUT", "console-output"),
  LOCAL_IPS("localIPs", Plain.LOCAL_IPS, "K6_LOCAL_IPS", "local-ips"),
  FEATURES("features", Listing.TEXTS, null, "features"),
  OUT("out", Listing.OUTPUTS, "K6_OUT", "out"),
  LINGER("linger", Scalar.BOOL, "K6_LINGER", "linger"),
  NO_USAGE_REPORT("noUsageReport", Scalar.BOOL, "K6_NO_USAGE_REPORT", "no-usage-report"),
  WEB_DASHBOARD("webDashboard", Scalar.BOOL, "K6_WEB_DASHBOARD", null),
  COLLECTORS("collectors", Plain.ANY, null, null);

  /** Those that say what load is made; a higher tier's replace a lower one's together. */
  static final List<OptionName> EXECUTION = List.of(DURATION, ITERATIONS, STAGES, SCENARIOS);

  private final String json;

  @SuppressWarnings("ImmutableEnumChecker") // kinds have no state
  private final ValueKind kind;

  private final @Nullable String environment;
  private final @Nullable String flag;

  OptionName(String json, ValueKind kind, @Nullable String environment, @Nullable String flag) {
    this.json = json;
    this.kind = kind;
    this.environment = environment;
    this.flag = flag;
  }

  /** Its field in scripts and files. */
  String json() {
    return json;
  }

  ValueKind kind() {
    return kind;
  }

  @Nullable String environment() {
    return environment;
  }

  @Nullable String flag() {
    return flag;
  }

  /** Whether a script cannot set it; files, the environment and flags can. */
  boolean isForRunsOnly() {
    return compareTo(OUT) >= 0 || this == CONSOLE_OUTPUT || this == LOCAL_IPS;
  }

  /** The option with this field, or null. */
  static @Nullable OptionName of(String json) {
    return Arrays.stream(values()).filter(o -> o.json.equals(json)).findFirst().orElse(null);
  }

  static List<String> names() {
    return Arrays.stream(values()).map(OptionName::json).toList();
  }
}
