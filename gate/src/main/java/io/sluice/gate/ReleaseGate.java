package io.sluice.gate;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.ReleaseObjectives;
import java.util.List;

/** What a release must hold unless its plan says otherwise. */
public final class ReleaseGate {
  /** 95 % of the requests under 2 s, fewer than 5 % errors, at least 1,000 requests a minute. */
  public static final List<Objective> DEFAULT =
      List.of(
          Objective.parse("p95 < 2s"),
          Objective.parse("error_rate < 5%"),
          Objective.parse("throughput >= 1000/min"));

  private ReleaseGate() {}

  /** What a plan's release must hold: B alone, where the plan compares two arms. */
  static List<Objective> of(LoadPlan plan) {
    return ReleaseObjectives.of(plan, DEFAULT);
  }
}
