package io.sluice.cli;

import io.sluice.gate.ReleaseGate;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;

/**
 * The objectives that a capacity is searched for: those of the plan, or the release gate's, without
 * floors on throughput. A low rate misses such a floor and a high one holds it, so that it says
 * nothing about what the target can take.
 */
final class CapacityObjectives {
  private CapacityObjectives() {}

  /**
   * The plan with them.
   *
   * @throws UserMistake if none is left
   */
  static LoadPlan of(LoadPlan plan) {
    List<Objective> own = plan.objectives().isEmpty() ? ReleaseGate.DEFAULT : plan.objectives();
    List<Objective> limits = own.stream().filter(CapacityObjectives::limits).toList();
    if (limits.isEmpty()) {
      throw new UserMistake(
          "capacity needs an objective that a rate can be too high for, such as --slo 'p95 <"
              + " 500ms'; %s is a floor on the rate itself".formatted(own.getFirst()));
    }
    return plan.withObjectives(limits);
  }

  private static boolean limits(Objective objective) {
    return !(objective.measure() instanceof Measure.Throughput
        || objective.measure() instanceof Measure.ByteRate);
  }

  /** Throws if an objective names a window or a phase that probes do not have. */
  static void requireSeen(LoadPlan probe) {
    SeriesCatalog catalog = SeriesCatalog.of(probe);
    for (Objective objective : probe.objectives()) {
      String problem = catalog.problemWith(objective);
      if (!problem.isEmpty()) {
        throw new UserMistake("in a capacity probe " + problem);
      }
    }
  }
}
