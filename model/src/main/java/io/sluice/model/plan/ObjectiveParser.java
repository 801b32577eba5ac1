package io.sluice.model.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads objectives.
 *
 * <pre>
 *  objective  = measure [ selection ] comparison threshold
 *  measure    = quantile | "mean" | "error_rate" | "availability" | "throughput" | "checks"
 *             | ( quantile | "mean" | "rate" ) "(" metric ")"
 *  quantile   = "p" number                        p50, p95, p99.9 (also p999)
 *  selection  = "{" key ":" value { "," key ":" value } "}"
 *  key        = "scenario" | "group" | "request" | "phase" | "window" | tag
 *  comparison = "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 *  threshold  = duration | share | rate           2s, 5%, 1000/min
 * </pre>
 */
final class ObjectiveParser {
  private static final List<String> PLAIN =
      List.of("mean", "error_rate", "availability", "throughput", "checks");
  private static final List<String> KNOWN =
      List.of(
          "p50",
          "p90",
          "p95",
          "p99",
          "p99.9",
          "mean",
          "error_rate",
          "availability",
          "throughput",
          "checks",
          "rate");
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*([A-Za-z_][\\w.]*)\\s*(?:\\(\\s*([^)]*?)\\s*\\))?\\s*(?:\\{([^}]*)})?\\s*"
              + "(<=|>=|==|!=|<|>)\\s*(.+?)\\s*");
  private static final Pattern QUANTILE = Pattern.compile("p(\\d+(?:\\.\\d+)?)");

  private final String expression;

  ObjectiveParser(String expression) {
    this.expression = expression;
  }

  Objective parse() {
    Matcher shape = SHAPE.matcher(expression);
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          "expected an objective such as 'p95 < 2s', 'error_rate < 5%' or 'throughput >="
              + " 1000/min', was '"
              + expression
              + "'");
    }
    Measure measure = measure(shape.group(1), shape.group(2));
    Selection selection = shape.group(3) == null ? Selection.ALL : selection(shape.group(3));
    Comparison comparison = Comparison.of(shape.group(4));
    double threshold = threshold(measure, shape.group(5));
    return new Objective(measure, selection, comparison, threshold, expression.strip());
  }

  private Measure measure(String name, @org.jspecify.annotations.Nullable String metric) {
    Matcher quantile = QUANTILE.matcher(name);
    if (quantile.matches()) {
      double q = quantile(quantile.group(1));
      return metric == null
          ? new Measure.ResponseQuantile(q)
          : new Measure.TrendQuantile(metric, q);
    }
    if (metric != null) {
      return switch (name) {
        case "mean" -> new Measure.TrendMean(metric);
        case "rate" -> new Measure.RateShare(metric);
        default ->
            throw new IllegalArgumentException(
                "expected p95(%s), mean(%s) or rate(%s), was '%s'"
                    .formatted(metric, metric, metric, expression));
      };
    }
    return switch (name) {
      case "mean" -> new Measure.ResponseMean();
      case "error_rate" -> new Measure.ErrorRate();
      case "availability" -> new Measure.Availability();
      case "throughput" -> new Measure.Throughput();
      case "checks" -> new Measure.CheckRate();
      case "rate" ->
          throw new IllegalArgumentException(
              "expected the name of a metric, such as rate(checkout_abandoned), was '"
                  + expression
                  + "'");
      default ->
          throw new IllegalArgumentException(
              "unknown statistic '%s' in '%s'; expected a percentile such as p95, or one of %s%s"
                  .formatted(
                      name, expression, String.join(", ", PLAIN), Nearest.hint(name, KNOWN)));
    };
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
    return Double.parseDouble(new java.math.BigDecimal(digits).movePointLeft(2).toString());
  }

  private Selection selection(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      String key = colon < 0 ? "" : pair.substring(0, colon).strip();
      String value = colon < 0 ? "" : unquote(pair.substring(colon + 1).strip());
      if (key.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "expected a selection such as {endpoint:auth} or {request:login}, was '{%s}' in '%s'"
                .formatted(text, expression));
      }
      names.put(key, value);
    }
    return new Selection(names);
  }

  private static String unquote(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private double threshold(Measure measure, String text) {
    try {
      return switch (measure.unit()) {
        case TIME -> Units.duration(text).toNanos();
        case SHARE -> Units.share(text);
        case RATE -> Units.perSecond(text);
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " in '" + expression + "'", e);
    }
  }
}
