package io.sluice.scenarios.compile;

import io.sluice.model.plan.LoadPlan;
import java.util.List;

/**
 * A plan and what goes with it.
 *
 * @param secrets values of the environment that must not be written to files
 * @param warnings sentences about things that are allowed but probably not meant
 */
public record CompiledScenario(LoadPlan plan, List<String> secrets, List<String> warnings) {
  public CompiledScenario {
    secrets = List.copyOf(secrets);
    warnings = List.copyOf(warnings);
  }

  /** Says nothing about the secrets but their number. */
  @Override
  public String toString() {
    return "CompiledScenario[plan=%s, secrets=%d, warnings=%s]"
        .formatted(plan.name(), secrets.size(), warnings);
  }
}
