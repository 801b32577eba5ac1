package io.sluice.k6.run;

import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.threshold.Threshold;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.SystemTag;
import io.sluice.model.plan.Objective;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What thresholds say as objectives of the gate: on {@code http_req_duration}, {@code
 * http_req_failed} and {@code http_reqs}, of requests that are told apart by their names, groups,
 * scenarios and own tags. What is not among those is judged as k6 does alone.
 *
 * <p>The gate's times are response times from the intended start, and failed requests stand at
 * infinity: an objective may fail where the threshold of the same limit holds.
 */
public final class ThresholdObjectives {
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\s*(p\\((?<p>[\\d.]+)\\)|[a-z]+)\\s*(?<op>[<>]=?)\\s*(?<limit>[\\d.eE+-]+)\\s*");

  /** Tags that only the answer tells, or that the plan's series do not keep. */
  private static final Set<String> UNKNOWN =
      EnumSet.complementOf(EnumSet.of(SystemTag.NAME, SystemTag.GROUP, SystemTag.SCENARIO)).stream()
          .map(SystemTag::text)
          .collect(Collectors.toUnmodifiableSet());

  private ThresholdObjectives() {}

  /** Those that can be said. */
  static List<Objective> of(Thresholds thresholds) {
    List<Objective> objectives = new ArrayList<>();
    for (Threshold threshold : thresholds.list()) {
      Objective objective = of(threshold);
      if (objective != null) {
        objectives.add(objective);
      }
    }
    return objectives;
  }

  /** What a threshold says, or null where it cannot be said. */
  public static @Nullable Objective of(Threshold threshold) {
    String expression = expression(threshold);
    try {
      return expression == null ? null : Objective.parse(expression);
    } catch (IllegalArgumentException e) {
      return null; // a limit or a name that objectives cannot have
    }
  }

  private static @Nullable String expression(Threshold threshold) {
    Metric metric = threshold.metric();
    Metric whole = metric.parent() == null ? metric : metric.parent();
    Matcher source = SOURCE.matcher(threshold.source());
    String selection = selection(metric);
    if (whole == null || selection == null || !source.matches()) {
      return null;
    }
    String measure = measure(whole.name(), source);
    return measure == null
        ? null
        : measure + selection + " " + source.group("op") + " " + limit(whole.name(), source);
  }

  private static @Nullable String measure(String metric, Matcher source) {
    boolean upper = source.group("op").startsWith("<");
    String word = source.group(1);
    return switch (metric) {
      case Builtins.HTTP_REQ_DURATION -> {
        String p = source.group("p");
        String of = p != null ? "p" + p : word.equals("med") ? "p50" : word;
        yield !upper || of.equals("min") ? null : of.equals("avg") ? "mean" : of;
      }
      case Builtins.HTTP_REQ_FAILED -> upper ? "error_rate" : null;
      case Builtins.HTTP_REQS -> !upper && word.equals("rate") ? "throughput" : null;
      default -> null;
    };
  }

  private static String limit(String metric, Matcher source) {
    String number = source.group("limit");
    return switch (metric) {
      case Builtins.HTTP_REQ_DURATION -> number + "ms";
      case Builtins.HTTP_REQS -> number + "/s";
      default ->
          new BigDecimal(number).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    };
  }

  /** {@code {request:login}}; empty for all requests, null for what cannot be said. */
  private static @Nullable String selection(Metric metric) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> tag : metric.selector().toMap().entrySet()) {
      if (UNKNOWN.contains(tag.getKey()) || !tag.getValue().matches("[^{},:]+|::.+")) {
        return null;
      }
      switch (tag.getKey()) {
        case "name" -> names.put("request", tag.getValue());
        case "group" ->
            names.put("group", tag.getValue().replaceFirst("^::", "").replace("::", " / "));
        default -> names.put(tag.getKey(), tag.getValue());
      }
    }
    StringJoiner text = new StringJoiner(",", "{", "}").setEmptyValue("");
    names.forEach((key, value) -> text.add(key + ":" + value));
    return text.toString();
  }
}
