package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the script's own metrics over: rates of requests, and counters. */
final class MetricImport {
  private final Values values;
  private final Outcomes outcomes;
  private final Expressions expressions;
  private final Notes notes;
  private final Map<String, String> carried = new LinkedHashMap<>();

  MetricImport(Values values, Outcomes outcomes, Expressions expressions, Notes notes) {
    this.values = values;
    this.outcomes = outcomes;
    this.expressions = expressions;
    this.notes = notes;
  }

  /** Metrics that were carried over, and their types, such as {@code Rate}. */
  Map<String, String> carried() {
    return carried;
  }

  /** Whether an expression is a metric. */
  boolean isMetric(Bound expression) {
    return type(values.resolve(expression)) != null;
  }

  private static @Nullable String type(Bound made) {
    String api =
        made.node() instanceof Swc4jAstNewExpr creation
            ? Api.of(made.tree(), creation.getCallee())
            : null;
    return api != null && api.startsWith("k6/metrics.")
        ? api.substring("k6/metrics.".length())
        : null;
  }

  /** Takes a call of {@code add} over. */
  void add(Bound call, Bound metric, Bound value, List<DraftStep> steps) {
    Bound made = values.resolve(metric);
    String type = String.valueOf(type(made));
    String name =
        ((Swc4jAstNewExpr) made.node())
            .getArgs()
            .filter(arguments -> !arguments.isEmpty())
            .map(arguments -> values.text(made.with(arguments.getFirst().getExpr())))
            .orElse(null);
    boolean taken =
        name != null
            && switch (type) {
              case "Rate" -> rate(name, value);
              case "Counter" -> counter(name, value, steps);
              default -> false;
            };
    if (taken && name != null) {
      carried.put(name, type);
    } else {
      notes.add(call, "'%s' is not carried over".formatted(Notes.written(call)));
    }
  }

  private boolean rate(String name, Bound value) {
    Outcomes.Outcome outcome = outcomes.of(value);
    if (outcome != null) {
      outcome.request().counts().put(name, !outcome.ok());
    }
    return outcome != null;
  }

  private boolean counter(String name, Bound value, List<DraftStep> steps) {
    DraftValue by = expressions.of(value);
    boolean number =
        by instanceof DraftValue.Whole
            || by instanceof DraftValue.Name
            || by instanceof DraftValue.Arithmetic
            || by instanceof DraftValue.Random;
    if (by == null || !number) {
      return false;
    }
    steps.add(new DraftStep.Add(name, by));
    return true;
  }
}
