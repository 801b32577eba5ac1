package io.sluice.k6.metrics.threshold;

import io.sluice.k6.metrics.Aggregation;
import io.sluice.k6.metrics.MetricType;
import io.sluice.model.plan.Nearest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one number of a metric.
 *
 * <pre>
 *  expression  = aggregation { blank } operator { blank } float
 *  aggregation = "count" | "rate" | "value" | "avg" | "min" | "max" | "med" | "p(" float ")"
 *  operator    = "&gt;" | "&gt;=" | "&lt;" | "&lt;=" | "==" | "===" | "!="
 * </pre>
 *
 * @param method the aggregation's word, {@code p} for a percentile
 * @param aggregation the number
 * @param operator how it is compared
 * @param limit with what
 */
record ThresholdExpression(
    String method, Aggregation aggregation, Operator operator, double limit) {
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Map<String, Aggregation> WORDS =
      Map.of(
          "value", Aggregation.VALUE,
          "count", Aggregation.COUNT,
          "rate", Aggregation.RATE,
          "avg", Aggregation.AVG,
          "min", Aggregation.MIN,
          "med", Aggregation.MED,
          "max", Aggregation.MAX);

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static ThresholdExpression parse(String source) {
    Operator operator =
        Operator.all().filter(o -> !after(source, o).isEmpty()).findFirst().orElse(null);
    if (operator == null) {
      throw new IllegalArgumentException(
          "failed parsing threshold expression \"%s\"; reason: malformed threshold expression;"
                  .formatted(source)
              + " expected one such as 'p(95)<200', 'rate<0.05' or 'count>=100'");
    }
    String left = source.substring(0, source.indexOf(operator.text())).strip();
    String right = after(source, operator).strip();
    if (!FLOAT.matcher(right).matches()) {
      throw new IllegalArgumentException(
          "failed parsing threshold expression's \"%s\" right hand side; reason:".formatted(source)
              + " expected a number, was '%s'".formatted(right));
    }
    Aggregation word = WORDS.get(left);
    return new ThresholdExpression(
        word == null ? "p" : left,
        word == null ? percentile(left, source) : word,
        operator,
        Double.parseDouble(right));
  }

  private static String after(String source, Operator operator) {
    int at = source.indexOf(operator.text());
    return at < 0 ? "" : source.substring(at + operator.text().length());
  }

  private static Aggregation percentile(String left, String source) {
    String reason;
    if (left.startsWith("p(") && left.endsWith(")")) {
      String number = left.substring(2, left.length() - 1);
      if (FLOAT.matcher(number).matches()) {
        double p = Double.parseDouble(number);
        if (p >= 0 && p <= 100) {
          return Aggregation.percentile(p);
        }
      }
      reason = "malformed percentile value, provide a number between 0 and 100";
    } else {
      reason = "failed parsing method from expression" + Nearest.hint(left, WORDS.keySet());
    }
    throw new IllegalArgumentException(
        "failed parsing threshold expression's \"%s\" left hand side; reason: %s"
            .formatted(source, reason));
  }

  /** Why this cannot be asked of a metric of a type; null if it can. */
  @Nullable String problem(String metric, MetricType type, String source) {
    List<String> legal =
        switch (type) {
          case COUNTER -> List.of("count", "rate");
          case GAUGE -> List.of("value");
          case RATE -> List.of("rate");
          case TREND -> List.of("avg", "min", "max", "med", "p");
        };
    if (legal.contains(method)) {
      return null;
    }
    return "invalid threshold \"%s\" applied on metric %s; reason:".formatted(source, metric)
        + " unsupported aggregation method %s".formatted(method)
        + " on metric of type %s. supported aggregation methods for this metric are: %s"
            .formatted(type.text(), String.join(", ", legal));
  }
}
