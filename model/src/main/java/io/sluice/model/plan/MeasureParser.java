package io.sluice.model.plan;

import io.sluice.model.run.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statistic of an objective.
 *
 * <pre>
 *  measure  = quantile | "mean" | "max" | "error_rate" | "availability" | "throughput" | "checks"
 *           | "bytes_sent" | "bytes_received" | "offered"
 *           | ( quantile | "mean" | "max" ) "(" trend ")"
 *           | "rate" "(" rate ")" | ( "count" | "throughput" ) "(" counter ")" | "value" "(" gauge ")"
 *           | "checks" "(" check ")" | "share" "(" ( outcome | statuses ) ")"
 *           | "apdex" "(" duration ")" | "availability_by_time" "(" share ")"
 *           | "burn_rate" "(" share [ "," duration ] ")" | "error_budget" "(" share "," duration ")"
 *  quantile = "p" number                        p50, p95, p99.9 (also p999)
 * </pre>
 */
final class MeasureParser {
  private static final Pattern QUANTILE = Pattern.compile("p(\\d+(?:\\.\\d+)?)");
  private static final List<String> QUANTILES = List.of("p50", "p90", "p95", "p99", "p99.9");
  private static final Map<String, Supplier<Measure>> PLAIN = new LinkedHashMap<>();

  static {
    PLAIN.put("mean", Measure.ResponseMean::new);
    PLAIN.put("max", Measure.ResponseMax::new);
    PLAIN.put("error_rate", Measure.ErrorRate::new);
    PLAIN.put("availability", Measure.Availability::new);
    PLAIN.put("throughput", Measure.Throughput::new);
    PLAIN.put("checks", Measure.CheckRate::new);
    PLAIN.put("bytes_sent", () -> new Measure.ByteRate(Measure.Direction.SENT));
    PLAIN.put("bytes_received", () -> new Measure.ByteRate(Measure.Direction.RECEIVED));
    PLAIN.put("offered", Measure.OfferedLoad::new);
  }

  private final String expression;
  private final Map<String, Function<String, Measure>> functions = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();

  MeasureParser(String expression) {
    this.expression = expression;
    add("mean", "mean(order_time)", Measure.TrendMean::new);
    add("max", "max(order_time)", Measure.TrendMax::new);
    add("rate", "rate(checkout_abandoned)", Measure.RateShare::new);
    add("count", "count(orders)", Measure.CounterTotal::new);
    add("throughput", "throughput(orders)", Measure.CounterRate::new);
    add("value", "value(queue_length)", Measure.GaugeValue::new);
    add("checks", "checks(has token)", Measure.NamedCheckRate::new);
    add("share", "share(timeout) or share(5xx)", MeasureParser::share);
    add("apdex", "apdex(500ms)", text -> new Measure.Apdex(Units.duration(text)));
    add(
        "availability_by_time",
        "availability_by_time(5%)",
        text -> new Measure.TimeAvailability(Units.share(text)));
    add("burn_rate", "burn_rate(99.9%) or burn_rate(99.9%, 1h)", MeasureParser::burnRate);
    add("error_budget", "error_budget(99.9%, 30d)", MeasureParser::errorBudget);
  }

  private void add(String name, String example, Function<String, Measure> reader) {
    functions.put(name, reader);
    examples.put(name, example);
  }

  /** The statistic of that name, with what stands in its parentheses. */
  Measure measure(String name, @Nullable String argument) {
    Matcher quantile = QUANTILE.matcher(name);
    if (quantile.matches()) {
      double q = quantile(quantile.group(1));
      return argument == null
          ? new Measure.ResponseQuantile(q)
          : new Measure.TrendQuantile(argument, q);
    }
    if (!PLAIN.containsKey(name) && !functions.containsKey(name)) {
      throw unknown(name);
    }
    if (argument == null) {
      Supplier<Measure> plain = PLAIN.get(name);
      if (plain == null) {
        throw expected(examples.getOrDefault(name, ""));
      }
      return plain.get();
    }
    Function<String, Measure> reader = functions.get(name);
    if (reader == null) {
      throw expected("'" + name + "' without parentheses");
    }
    if (argument.isEmpty()) {
      throw expected(examples.getOrDefault(name, ""));
    }
    try {
      return reader.apply(argument);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " in '" + expression + "'", e);
    }
  }

  private IllegalArgumentException unknown(String name) {
    List<String> known = new ArrayList<>(QUANTILES);
    known.addAll(PLAIN.keySet());
    functions.keySet().stream().filter(f -> !known.contains(f)).forEach(known::add);
    return new IllegalArgumentException(
        "unknown statistic '%s' in '%s'; expected a percentile such as p95, or one of %s%s"
            .formatted(
                name,
                expression,
                String.join(", ", known.subList(QUANTILES.size(), known.size())),
                Nearest.hint(name, known)));
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected %s, was '%s'".formatted(what, expression));
  }

  private static double quantile(String digits) {
    if (digits.matches("99\\d+")) {
      return Double.parseDouble("0." + digits);
    }
    double percent = Double.parseDouble(digits);
    if (!(percent > 0 && percent < 100)) {
      throw new IllegalArgumentException(
          "a percentile must lie between p0 and p100, was p" + digits);
    }
    return Double.parseDouble(new BigDecimal(digits).movePointLeft(2).toString());
  }

  private static Measure share(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return new Measure.StatusShare(StatusSet.parse(text));
    }
    List<String> keys =
        Arrays.stream(Outcome.values())
            .filter(outcome -> outcome != Outcome.ABORTED)
            .map(Outcome::key)
            .toList();
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.ABORTED && outcome.key().equals(text)) {
        return new Measure.OutcomeShare(outcome);
      }
    }
    throw new IllegalArgumentException(
        "expected a status such as 503 or 5xx, or one of %s, was '%s'%s"
            .formatted(String.join(", ", keys), text, Nearest.hint(text, keys)));
  }

  private static Measure burnRate(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length > 2) {
      throw new IllegalArgumentException(
          "expected burn_rate(99.9%) or burn_rate(99.9%, 1h), was '" + text + "'");
    }
    Duration window = parts.length == 2 ? Units.duration(parts[1]) : Duration.ZERO;
    return new Measure.BurnRate(Units.share(parts[0]), window);
  }

  private static Measure errorBudget(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected error_budget(99.9%, 30d), was '" + text + "'");
    }
    return new Measure.ErrorBudget(Units.share(parts[0]), Units.duration(parts[1]));
  }
}
