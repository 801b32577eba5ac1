package io.sluice.scenarios.yaml;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Reduction;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.ServerUrl;
import io.sluice.model.plan.Threshold;
import io.sluice.scenarios.tree.Scenario.Goal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an objective on what a Prometheus server knows of the target. */
final class TargetGoalReader {
  /** What a bound looks like. */
  static final String NUMBER = "\\d{1,15}(\\.\\d{1,15})?";

  private static final List<String> KEYS = List.of("below", "above", "name", "url", "reduce");

  private final Mapping map;

  TargetGoalReader(Mapping map) {
    this.map = map;
  }

  /** Notes the keys that have no meaning without a query. */
  static void refuse(Mapping map) {
    for (String key : KEYS) {
      if (map.has(key)) {
        map.problems().add(map.at(key), "'%s' belongs to a 'prometheus' query".formatted(key));
      }
    }
  }

  /** The objective; a malformed one is noted and left out. */
  Optional<Goal> goal() {
    List<Boolean> good = List.of(hasQuery(), hasBound(), hasAddress()); // all problems are told
    return good.contains(false)
        ? Optional.empty()
        : Optional.of(new Goal(objective(), map.at("prometheus")));
  }

  private boolean hasQuery() {
    return !query().isEmpty() || refused("prometheus", "'prometheus' must be a query, was empty");
  }

  private String query() {
    return map.text("prometheus", "").strip().replaceAll("\\s+", " ");
  }

  private boolean hasBound() {
    if (map.has("below") == map.has("above")) {
      map.problems().add(map.at(), "a 'prometheus' query must have either 'below' or 'above'");
      return false;
    }
    String key = map.has("below") ? "below" : "above";
    String text = map.text(key, "");
    return text.matches(NUMBER)
        || refused(key, "'%s' must be a number >= 0 such as 0.8, was '%s'".formatted(key, text));
  }

  private boolean hasAddress() {
    try {
      String url = map.text("url", "");
      return url.isEmpty() || !ServerUrl.checked(url).isEmpty();
    } catch (IllegalArgumentException e) {
      return refused("url", "'url': " + e.getMessage());
    }
  }

  private boolean refused(String key, String why) {
    map.problems().add(map.at(key), why);
    return false;
  }

  private Objective objective() {
    boolean limit = map.has("below");
    Reduction worst = limit ? Reduction.MAX : Reduction.MIN;
    String reduce = map.text("reduce", worst.key()).toUpperCase(Locale.ROOT);
    String threshold = map.text(limit ? "below" : "above", "");
    Comparison comparison = limit ? Comparison.LT : Comparison.GT;
    String name = map.text("name", "prometheus(" + query() + ")");
    return new Objective(
        new Measure.TargetMetric(query(), map.text("url", ""), Reduction.valueOf(reduce)),
        Selection.ALL,
        comparison,
        new Threshold.Fixed(Double.parseDouble(threshold)),
        Objective.Severity.FAIL,
        0,
        "%s %s %s".formatted(name, comparison.symbol(), threshold));
  }
}
