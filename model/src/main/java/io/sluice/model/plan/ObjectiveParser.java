package io.sluice.model.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads objectives.
 *
 * <pre>
 *  objective  = measure [ selection ] comparison threshold { "," option }
 *  measure    = see {@link MeasureParser}
 *  selection  = "{" key ":" value { "," key ":" value } "}"
 *  key        = "scenario" | "group" | "request" | "phase" | "window" | tag | "last" | "worst"
 *  comparison = "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 *  threshold  = number | "baseline" [ ( "+" | "-" ) ( share | number ) ]
 *  number     = duration | share | rate | bytes rate | plain number      as the measure wants it
 *  option     = "warn" | "min" count
 * </pre>
 *
 * The values of {@code last} and {@code worst} are durations.
 */
final class ObjectiveParser {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*([A-Za-z_][\\w.]*)\\s*(?:\\(\\s*([^)]*?)\\s*\\))?\\s*(?:\\{([^}]*)})?\\s*"
              + "(<=|>=|==|!=|<|>)\\s*([^,]+?)\\s*((?:,.*)?)");
  private static final Pattern BASELINE =
      Pattern.compile("baseline(?:\\s*([+-])\\s*(.+))?", Pattern.DOTALL);
  private static final Pattern MINIMUM = Pattern.compile("min\\s+(\\d{1,12})");
  private static final Pattern BYTE_RATE = Pattern.compile("(.+?)\\s*/\\s*(s|min|h)");

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
    Measure measure = new MeasureParser(expression).measure(shape.group(1), shape.group(2));
    Selection selection = shape.group(3) == null ? Selection.ALL : selection(shape.group(3));
    Comparison comparison = Comparison.of(shape.group(4));
    Threshold bound = threshold(measure, shape.group(5));
    Objective objective =
        new Objective(
            measure, selection, comparison, bound, Objective.Severity.FAIL, 0, expression.strip());
    String options = shape.group(6).strip();
    return options.isEmpty() ? objective : options(objective, options.substring(1));
  }

  private Objective options(Objective objective, String text) {
    Objective result = objective;
    for (String part : text.split(",", -1)) {
      String option = part.strip();
      Matcher minimum = MINIMUM.matcher(option);
      if (option.equals("warn")) {
        result = result.withSeverity(Objective.Severity.WARN);
      } else if (minimum.matches()) {
        result = result.withMinSamples(Long.parseLong(minimum.group(1)));
      } else {
        throw new IllegalArgumentException(
            "expected 'warn' or 'min 500' after the threshold, was '%s' in '%s'"
                .formatted(option, expression));
      }
    }
    return result;
  }

  private Selection selection(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    Span span = new Span.Whole();
    for (String pair : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      String key = colon < 0 ? "" : pair.substring(0, colon).strip();
      String value = colon < 0 ? "" : unquote(pair.substring(colon + 1).strip());
      if (key.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "expected a selection such as {endpoint:auth} or {request:login}, was '{%s}' in '%s'"
                .formatted(text, expression));
      }
      switch (key) {
        case "last" -> span = only(span, value, Span.Last::new);
        case "worst" -> span = only(span, value, Span.Worst::new);
        default -> names.put(key, value);
      }
    }
    return new Selection(names, span);
  }

  private Span only(Span before, String text, Function<Duration, Span> kind) {
    if (!(before instanceof Span.Whole)) {
      throw new IllegalArgumentException(
          "expected one of 'last' and 'worst', not two, in '" + expression + "'");
    }
    return inExpression(() -> kind.apply(Units.duration(text)));
  }

  private static String unquote(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private Threshold threshold(Measure measure, String text) {
    Matcher baseline = BASELINE.matcher(text);
    if (text.startsWith("baseline") && !baseline.matches()) {
      throw new IllegalArgumentException(
          "expected 'baseline' or one with a margin such as 'baseline + 5%%', was '%s' in '%s'"
              .formatted(text, expression));
    }
    return baseline.matches()
        ? overBaseline(measure, baseline.group(1), baseline.group(2))
        : new Threshold.Fixed(number(measure, text));
  }

  private Threshold overBaseline(
      Measure measure, @Nullable String operator, @Nullable String margin) {
    if (operator == null || margin == null) {
      return new Threshold.OfBaseline(1, 0);
    }
    int sign = operator.equals("-") ? -1 : 1;
    boolean relative = margin.endsWith("%") && measure.unit() != Measure.Unit.SHARE;
    return relative
        ? new Threshold.OfBaseline(
            BigDecimal.ONE
                .add(BigDecimal.valueOf(sign * inExpression(() -> Units.share(margin))))
                .doubleValue(),
            0)
        : new Threshold.OfBaseline(1, sign * number(measure, margin));
  }

  private double number(Measure measure, String text) {
    return inExpression(
        () ->
            switch (measure.unit()) {
              case TIME -> (double) Units.duration(text).toNanos();
              case SHARE -> Units.share(text);
              case RATE -> Units.perSecond(text);
              case BYTE_RATE -> bytesPerSecond(text);
              case NUMBER -> plain(text);
            });
  }

  private static double bytesPerSecond(String text) {
    Matcher rate = BYTE_RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "expected bytes per time such as 10MB/s, was '" + text + "'");
    }
    return ByteSize.parse(rate.group(1)) * Units.perSecond("1/" + rate.group(2));
  }

  private static double plain(String text) {
    if (!text.matches("\\d+(\\.\\d+)?")) {
      throw new IllegalArgumentException(
          "expected a number such as 0.9 or 14.4, was '" + text + "'");
    }
    return Double.parseDouble(text);
  }

  private interface Reading<T> {
    T read();
  }

  private <T> T inExpression(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " in '" + expression + "'", e);
    }
  }
}
