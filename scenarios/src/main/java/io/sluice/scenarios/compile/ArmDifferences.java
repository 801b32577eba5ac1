package io.sluice.scenarios.compile;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * In what the plans of two arms differ beyond the values of their requests: figures of two journeys
 * cannot be held against each other.
 */
final class ArmDifferences {
  private final List<String> found = new ArrayList<>();

  private ArmDifferences() {}

  /** Sentences about what keeps two plans from being compared; none if they can be. */
  static List<String> between(LoadPlan a, LoadPlan b) {
    ArmDifferences differences = new ArmDifferences();
    differences.inTurn("request", a.requests(), b.requests(), RequestSpec::name);
    differences.inTurn("check", a.checks(), b.checks(), CheckSpec::name);
    differences.data(a.data(), b.data());
    differences.steps(a.setup(), b.setup());
    for (int s = 0; s < a.scripts().size(); s++) {
      differences.steps(a.scripts().get(s), b.scripts().get(s));
    }
    differences.require("metrics", a.metrics(), b.metrics());
    differences.require("load", a.phases(), b.phases());
    differences.require("network", a.network(), b.network());
    differences.require("limits", a.limits(), b.limits());
    return differences.found;
  }

  /** Sentences about what can be compared, but was probably not meant. */
  static List<String> doubts(LoadPlan a, LoadPlan b) {
    if (a.equals(b)) {
      return List.of("A and B are the same: in such an A/A run every difference is chance");
    }
    return a.targets().equals(b.targets())
        ? List.of()
        : a.targets().stream()
            .filter(b.targets()::contains)
            .map(Target::toString)
            .map(target -> "both A and B send requests to " + target)
            .toList();
  }

  private <T> void inTurn(String what, List<T> a, List<T> b, Function<T, String> name) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      String nameOfA = name.apply(a.get(i));
      String nameOfB = name.apply(b.get(i));
      if (!nameOfA.equals(nameOfB)) {
        found.add(
            "%s %d is '%s' for A and '%s' for B; give it one 'name' that both have"
                .formatted(what, i + 1, nameOfA, nameOfB));
        return;
      }
    }
    if (a.size() != b.size()) {
      found.add("A has %d %ss and B has %d".formatted(a.size(), what, b.size()));
    }
  }

  private void data(List<DataSource> a, List<DataSource> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).equals(b.get(i))) {
        found.add(
            "the data '%s' are others for A than for B; both must draw from the same rows"
                .formatted(a.get(i).name()));
      }
    }
  }

  private void steps(Script a, Script b) {
    List<? extends Class<?>> kindsOfA = a.ops().stream().map(Object::getClass).toList();
    List<? extends Class<?>> kindsOfB = b.ops().stream().map(Object::getClass).toList();
    if (!kindsOfA.equals(kindsOfB)) {
      found.add("the steps of '%s' are others for A than for B".formatted(a.name()));
    }
  }

  private void require(String what, Object a, Object b) {
    if (!a.equals(b)) {
      found.add("the %s of A and of B differ; they must be the same".formatted(what));
    }
  }
}
