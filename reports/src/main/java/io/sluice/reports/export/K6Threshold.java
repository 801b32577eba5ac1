package io.sluice.reports.export;

import io.sluice.gate.Status;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A judged objective in k6's words.
 *
 * @param metric of the summary that it is about, such as {@code http_req_failed{name:login}}
 * @param source such as {@code rate<0.01}
 * @param failed whether it was not shown to hold: k6's summary has true for a threshold that failed
 */
record K6Threshold(String metric, String source, boolean failed) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final MathContext DIGITS = new MathContext(6);

  /** The threshold; nothing where k6 has no words for the objective, or the summary no metric. */
  static Optional<K6Threshold> of(Objective objective, Status status) {
    Map<String, String> names = objective.selection().names();
    boolean known =
        objective.selection().span() instanceof Span.Whole
            && objective.bound() instanceof Threshold.Fixed
            && Set.of("request").containsAll(names.keySet());
    if (!known) {
      return Optional.empty();
    }
    String one = names.containsKey("request") ? "{name:" + names.get("request") + "}" : "";
    boolean all = one.isEmpty();
    double limit = objective.threshold();
    double millis = limit / NANOS_PER_MILLI;
    boolean failed = status != Status.PASS;
    String sign = objective.comparison().symbol();
    return switch (objective.measure()) {
      case Measure.ResponseQuantile(double q) ->
          time(one, "p(" + number(100 * q) + ")" + sign + number(millis), failed);
      case Measure.ResponseMean _ -> time(one, "avg" + sign + number(millis), failed);
      case Measure.ResponseMax _ -> time(one, "max" + sign + number(millis), failed);
      case Measure.ErrorRate _ -> rate("http_req_failed" + one, sign, limit, failed);
      case Measure.CheckRate _ when all -> rate("checks", sign, limit, failed);
      case Measure.Throughput _ when all -> rate("http_reqs", sign, limit, failed);
      default -> Optional.empty();
    };
  }

  private static Optional<K6Threshold> time(String selector, String source, boolean failed) {
    return Optional.of(new K6Threshold("sluice_response_time" + selector, source, failed));
  }

  private static Optional<K6Threshold> rate(
      String metric, String sign, double limit, boolean failed) {
    return Optional.of(new K6Threshold(metric, "rate" + sign + number(limit), failed));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
