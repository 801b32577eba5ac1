package io.sluice.k6.lint;

import io.sluice.k6.syntax.Bound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rate that is only ever given the same value is empty, or 100 %, or 0 %. */
final class RateRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    for (Subject.MetricUse metric : script.metrics()) {
      if (metric.type().equals("Rate")) {
        List<Subject.Call> adds = script.adds(metric);
        if (!adds.isEmpty()) {
          look(script, metric, adds, findings);
        }
      }
    }
  }

  private static void look(
      Subject script, Subject.MetricUse metric, List<Subject.Call> adds, Findings findings) {
    boolean yes = adds.stream().allMatch(add -> Boolean.TRUE.equals(truth(script, add)));
    boolean no = adds.stream().allMatch(add -> Boolean.FALSE.equals(truth(script, add)));
    if (!yes && !no) {
      return;
    }
    String name = metric.name();
    boolean judged = name != null && script.isLimited(name);
    findings.add(
        judged ? Severity.ERROR : Severity.WARNING,
        yes ? "rate-always-true" : "rate-always-false",
        adds.getFirst().at(),
        "the Rate %s is only ever given %s, so that it is either empty or %s%s"
            .formatted(
                name == null ? "here" : "'" + name + "'",
                yes ? "true" : "false",
                yes ? "100 %" : "0 %",
                judged ? ", whatever its threshold" : ""),
        "add the outcome of every attempt, as in rate.add(!ok)");
  }

  private static @Nullable Boolean truth(Subject script, Subject.Call add) {
    Bound value = add.argument(0);
    return value == null ? null : script.values().truth(value);
  }
}
