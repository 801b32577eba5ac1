package io.sluice.scenarios.yaml;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Objective.Severity;
import io.sluice.scenarios.tree.Scenario.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a run is judged by. */
final class VerdictReader {
  private final YamlSource source;

  VerdictReader(YamlSource source) {
    this.source = source;
  }

  /** The objectives; malformed ones are noted and left out. */
  List<Goal> goals(List<Node> nodes) {
    List<Goal> goals = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof MappingNode) {
        mapped(Mapping.of(node, VerdictLanguage.OBJECTIVE, source)).ifPresent(goals::add);
      } else {
        goal(node).ifPresent(goals::add);
      }
    }
    return goals;
  }

  private Optional<Goal> goal(Node node) {
    return Mapping.parsed(source, node, s -> new Goal(Objective.parse(s.text()), s.at()));
  }

  private Optional<Goal> mapped(Mapping map) {
    Node must = map.find("objective");
    Node should = map.find("warn");
    boolean asked = map.has("prometheus");
    if (!asked) {
      TargetGoalReader.refuse(map);
    }
    if (asked && must == null && should == null) {
      return new TargetGoalReader(map).goal().map(goal -> with(map, goal));
    }
    if (must != null && should == null && !asked) {
      return goal(must).map(goal -> with(map, goal));
    }
    if (should != null && must == null && !asked) {
      if (map.has("severity")) {
        source.problems().add(map.at("severity"), "'severity' does not go with 'warn'");
      }
      return goal(should)
          .map(goal -> new Goal(goal.objective().withSeverity(Severity.WARN), goal.at()))
          .map(goal -> with(map, goal));
    }
    source
        .problems()
        .add(map.at(), "an objective must have one of 'objective', 'warn' and 'prometheus'");
    return Optional.empty();
  }

  private static Goal with(Mapping map, Goal goal) {
    Objective objective = goal.objective();
    String severity = map.text("severity", objective.severity().name());
    int samples = map.whole("min_samples", 0);
    return new Goal(
        objective
            .withSeverity(Severity.valueOf(severity.toUpperCase(Locale.ROOT)))
            .withMinSamples(map.has("min_samples") ? samples : objective.minSamples()),
        goal.at());
  }

  /** The rule of {@code abort}, or another where there is none. */
  AbortRule abort(Mapping map, AbortRule fallback) {
    Node node = map.find("abort");
    if (node == null) {
      return fallback;
    }
    if (!(node instanceof MappingNode)) {
      return map.text("abort", "").equals(VerdictLanguage.WHEN_CERTAIN)
          ? AbortRule.WHEN_CERTAIN
          : AbortRule.NEVER;
    }
    Mapping rule = Mapping.of(node, VerdictLanguage.ABORT, source);
    boolean certain = rule.text("when", "never").equals(VerdictLanguage.CERTAIN);
    if (!certain && rule.has("when") && rule.has("grace")) {
      source.problems().add(rule.at("grace"), "'grace' does not go with 'when: never'");
    }
    return certain
        ? new AbortRule(
            AbortRule.When.CERTAIN, rule.duration("grace", AbortRule.WHEN_CERTAIN.grace()))
        : AbortRule.NEVER;
  }
}
