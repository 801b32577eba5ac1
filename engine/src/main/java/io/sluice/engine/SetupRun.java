package io.sluice.engine;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Units;
import io.sluice.model.plan.Window;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan's set-up as a plan of its own: one user, one iteration, figures thrown away. */
final class SetupRun {
  private final LoadPlan plan;
  private final Duration limit;

  SetupRun(LoadPlan plan) {
    this(plan, Duration.ofMinutes(1));
  }

  SetupRun(LoadPlan plan, Duration limit) {
    this.plan = plan;
    this.limit = limit;
  }

  /** Throws with a sentence if any request of the set-up did not end well. */
  void check(Engine engine) throws TargetException {
    List<ErrorKey> failures = new ArrayList<>();
    boolean[] cut = {false};
    engine.run(
        asPlan(),
        1,
        interval -> {
          cut[0] |= interval.health().get(Counter.INTERRUPTED) > 0;
          interval.errors().keySet().stream()
              .filter(key -> key.outcome() != Outcome.OK)
              .forEach(failures::add);
        },
        new StopSignal());
    if (!failures.isEmpty()) {
      throw new TargetException(sentence(failures.getFirst()));
    }
    if (cut[0]) {
      throw new TargetException(
          "the set-up failed: it was not through within %s; no load was made"
              .formatted(Units.format(limit)));
    }
  }

  private LoadPlan asPlan() {
    Phase phase =
        new Phase(
            "setup",
            0,
            new ArrivalModel.Iterations(1, 1, limit),
            List.of(new Window("setup", Duration.ZERO, limit, Window.Use.OBSERVED)),
            Duration.ZERO,
            Duration.ZERO);
    return new LoadPlan(
        plan.name(),
        plan.profile(),
        plan.seed(),
        plan.targets(),
        plan.data(),
        plan.requests(),
        plan.checks(),
        plan.metrics(),
        List.of(plan.setup()),
        Script.empty("none"),
        List.of(phase),
        List.of(),
        plan.limits(),
        plan.network());
  }

  private String sentence(ErrorKey failure) {
    String where =
        plan.requests().stream()
            .filter(request -> request.label().equals(failure.request()))
            .findFirst()
            .map(this::where)
            .orElse(failure.request());
    return "the set-up failed: '%s' (%s): %s; no load was made"
        .formatted(failure.request(), where, failure.detail());
  }

  private String where(RequestSpec request) {
    return "%s %s%s"
        .formatted(
            request.method(), plan.targets().get(request.target()), request.path().display());
  }
}
