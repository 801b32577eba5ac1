package io.sluice.scenarios;

import io.sluice.model.plan.LoadPlan;
import io.sluice.scenarios.compile.ScenarioOptions;

/** Small scenarios for tests. */
public final class Samples {
  /** The smallest profiles. */
  public static final String PROFILES = "profiles: { p: { users: 1, duration: 1s } }\n";

  private Samples() {}

  /** The plan of a text that lacks nothing but its profiles. */
  public static LoadPlan plan(String text) {
    return Scenarios.parse("x.yaml", text + PROFILES, ScenarioOptions.NONE).plan();
  }
}
