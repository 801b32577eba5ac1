package io.sluice.k6.draft;

import io.sluice.k6.metrics.threshold.Threshold;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.run.ThresholdObjectives;
import io.sluice.model.plan.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries thresholds over to objectives. */
final class ObjectiveImport {
  private static final Pattern OWN =
      Pattern.compile("\\s*(rate|count)\\s*([<>]=?)\\s*([\\d.eE+-]+)\\s*");

  private final Map<String, String> metrics;
  private final Consumer<String> notes;

  /**
   * An import.
   *
   * @param metrics of the script that were carried over, with their types
   * @param notes takes what cannot be said
   */
  ObjectiveImport(Map<String, String> metrics, Consumer<String> notes) {
    this.metrics = metrics;
    this.notes = notes;
  }

  /** What can be said of a script's thresholds, for requests that the steps have. */
  List<Objective> objectives(Thresholds thresholds, List<DraftStep> steps) {
    List<Objective> objectives = new ArrayList<>();
    for (Threshold threshold : thresholds.list()) {
      Objective objective = ThresholdObjectives.of(threshold);
      if (objective != null && !selects(objective, steps)) {
        objective = null;
      }
      if (objective == null) {
        objective = own(threshold);
      }
      if (objective == null) {
        notes.accept(
            "the threshold '%s' of '%s' cannot be said"
                .formatted(threshold.source(), threshold.metric().name()));
      } else {
        objectives.add(objective);
      }
    }
    return objectives;
  }

  private @Nullable Objective own(Threshold threshold) {
    String name = threshold.metric().name();
    String type = metrics.get(name);
    Matcher source = OWN.matcher(threshold.source());
    if (type == null || !source.matches()) {
      return null;
    }
    String word = source.group(1);
    String limit = source.group(3);
    String text =
        switch (type + " " + word) {
          case "Rate rate" -> "rate(%s) %s %s%%".formatted(name, source.group(2), percent(limit));
          case "Counter count" -> "count(%s) %s %s".formatted(name, source.group(2), limit);
          case "Counter rate" -> "throughput(%s) %s %s/s".formatted(name, source.group(2), limit);
          default -> "";
        };
    try {
      return Objective.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String percent(String share) {
    return java.math.BigDecimal.valueOf(Double.parseDouble(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static boolean selects(Objective objective, List<DraftStep> steps) {
    return objective.selection().names().entrySet().stream()
        .allMatch(wanted -> has(steps, wanted.getKey(), wanted.getValue()));
  }

  private static boolean has(List<DraftStep> steps, String key, String value) {
    return steps.stream()
        .anyMatch(
            step ->
                switch (step) {
                  case DraftStep.Request request ->
                      value.equals(
                          key.equals("request") ? request.name() : request.tags().get(key));
                  case DraftStep.Group group ->
                      (key.equals("group") && value.equals(group.name()))
                          || has(group.steps(), key, value);
                  case DraftStep.Repeat repeat -> has(repeat.steps(), key, value);
                  case DraftStep.IfLast branch ->
                      has(branch.steps(), key, value) || has(branch.otherwise(), key, value);
                  case DraftStep.IfSet branch ->
                      has(branch.steps(), key, value) || has(branch.otherwise(), key, value);
                  case DraftStep.Set _, DraftStep.Add _, DraftStep.Think _ -> false;
                });
  }
}
