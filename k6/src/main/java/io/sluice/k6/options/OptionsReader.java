package io.sluice.k6.options;

import static io.sluice.k6.options.ScenarioFields.SECOND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.K6Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes records of canonical options, with the defaults where nothing was said. */
final class OptionsReader {
  private static final String USER_AGENT = "Grafana k6/" + K6Version.TEXT;

  private final ObjectNode merged;
  private final List<String> warnings;

  OptionsReader(Tiers tiers) {
    this.merged = tiers.merged();
    this.warnings = tiers.warnings();
  }

  Options read(List<ScenarioOptions> scenarios) throws K6Exception {
    JsonNode console = get(OptionName.CONSOLE_OUTPUT);
    return new Options(
        scenarios,
        thresholds(),
        lifecycle(),
        http(),
        network(),
        tls(),
        new SummaryOptions(
            strings(OptionName.SUMMARY_TREND_STATS, SummaryOptions.DEFAULT_TREND_STATS),
            text(OptionName.SUMMARY_TIME_UNIT, "")),
        Json.map(get(OptionName.TAGS)),
        systemTags(),
        strings(OptionName.OUT, List.of()),
        console.isTextual() ? console.asText() : null,
        warnings,
        OptionsJson.of(merged));
  }

  private JsonNode get(OptionName option) {
    return merged.path(option.json());
  }

  private boolean is(OptionName option) {
    return get(option).asBoolean();
  }

  private long whole(OptionName option, long otherwise) {
    return get(option).asLong(otherwise);
  }

  private String text(OptionName option, String otherwise) {
    return get(option).asText(otherwise);
  }

  private List<String> strings(OptionName option, List<String> otherwise) {
    return merged.has(option.json()) ? Json.strings(get(option)) : otherwise;
  }

  private long nanos(OptionName option, long otherwise) {
    JsonNode given = get(option);
    return given.isTextual() ? GoDuration.parse(given.asText()) : otherwise;
  }

  private LifecycleOptions lifecycle() throws K6Exception {
    long setup = nanos(OptionName.SETUP_TIMEOUT, 60 * SECOND);
    if (setup <= 0) {
      throw new K6Exception(
          ExitCode.INVALID_CONFIG,
          "There were problems with the specified script configuration:\n"
              + "\t- setupTimeout must be positive");
    }
    return new LifecycleOptions(
        is(OptionName.PAUSED),
        is(OptionName.NO_SETUP),
        is(OptionName.NO_TEARDOWN),
        setup,
        nanos(OptionName.TEARDOWN_TIMEOUT, 60 * SECOND),
        nanos(OptionName.HANDLE_SUMMARY_TIMEOUT, 120 * SECOND),
        nanos(OptionName.MIN_ITERATION_DURATION, 0));
  }

  private HttpOptions http() {
    return new HttpOptions(
        whole(OptionName.MAX_REDIRECTS, 10),
        text(OptionName.USER_AGENT, USER_AGENT),
        whole(OptionName.BATCH, 20),
        whole(OptionName.BATCH_PER_HOST, 6),
        debug(text(OptionName.HTTP_DEBUG, "")),
        is(OptionName.NO_CONNECTION_REUSE),
        is(OptionName.NO_VU_CONNECTION_REUSE),
        is(OptionName.NO_COOKIES_RESET),
        is(OptionName.DISCARD_RESPONSE_BODIES),
        is(OptionName.THROW),
        Math.max(0, whole(OptionName.RPS, 0)));
  }

  /** A flag without a value, and any word but {@code full}, is about headers. */
  private static String debug(String given) {
    return given.isEmpty() || given.equals("full") ? given : "headers";
  }

  private NetworkOptions network() {
    JsonNode dns = get(OptionName.DNS);
    String ttl = dns.path("ttl").asText("5m");
    return new NetworkOptions(
        new DnsOptions(
            ttl.equals("inf") ? Long.MAX_VALUE : GoDuration.parse(ttl),
            dns.path("select").asText("random"),
            dns.path("policy").asText("preferIPv4")),
        Json.map(get(OptionName.HOSTS)),
        Json.strings(get(OptionName.BLACKLIST_IPS)).stream().map(IpNet::parse).toList(),
        Json.strings(get(OptionName.BLOCK_HOSTNAMES)),
        merged.has(OptionName.LOCAL_IPS.json())
            ? IpPool.parse(text(OptionName.LOCAL_IPS, ""))
            : IpPool.EMPTY);
  }

  private TlsOptions tls() {
    List<TlsOptions.Auth> auth = new ArrayList<>();
    for (JsonNode entry : get(OptionName.TLS_AUTH)) {
      auth.add(
          new TlsOptions.Auth(
              entry.path("cert").asText(),
              entry.path("key").asText(),
              entry.hasNonNull("password") ? entry.get("password").asText() : null,
              Json.strings(entry.path("domains"))));
    }
    JsonNode version = get(OptionName.TLS_VERSION);
    return new TlsOptions(
        is(OptionName.INSECURE_SKIP_TLS_VERIFY),
        version.path("min").asText(""),
        version.path("max").asText(""),
        Json.strings(get(OptionName.TLS_CIPHER_SUITES)),
        List.copyOf(auth));
  }

  private Set<SystemTag> systemTags() {
    List<String> names = strings(OptionName.SYSTEM_TAGS, List.of());
    if (!merged.has(OptionName.SYSTEM_TAGS.json())) {
      return SystemTag.DEFAULT;
    }
    Set<SystemTag> tags = EnumSet.noneOf(SystemTag.class);
    for (SystemTag tag : SystemTag.values()) {
      if (names.contains(tag.text())) {
        tags.add(tag);
      }
    }
    return tags;
  }

  private Map<String, List<ThresholdOption>> thresholds() {
    Map<String, List<ThresholdOption>> thresholds = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : get(OptionName.THRESHOLDS).properties()) {
      List<ThresholdOption> list = new ArrayList<>();
      for (JsonNode threshold : metric.getValue()) {
        list.add(
            new ThresholdOption(
                threshold.path("threshold").asText(),
                threshold.path("abortOnFail").asBoolean(),
                GoDuration.parse(threshold.path("delayAbortEval").asText("0"))));
      }
      thresholds.put(metric.getKey(), List.copyOf(list));
    }
    return Collections.unmodifiableMap(thresholds);
  }
}
