package io.sluice.cli;

import io.sluice.gate.ReleaseGate;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;

/**
 * The objectives that a capacity is searched for: those of the plan, or the release gate's, without
 * floors on throughput and without what is asked of the target itself. A low rate misses such a
 * floor and a high one holds it, so that it says nothing about what the target can take.
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
              + " 500ms'; %s is %s"
                  .formatted(
                      own.getFirst(),
                      ofTarget(own.getFirst())
                          ? "asked when a run has ended"
                          : "a floor on the rate itself"));
    }
    return plan.withObjectives(limits);
  }

  private static boolean limits(Objective objective) {
    return !(objective.measure() instanceof Measure.Throughput
        || ofTarget(objective)
        || objective.measure() instanceof Measure.ByteRate);
  }

  private static boolean ofTarget(Objective objective) {
    return objective.measure() instanceof Measure.TargetMetric;
  }

  /** Says of each objective on the target's own side that it does not count here. */
  static List<String> warnings(LoadPlan plan) {
    return plan.objectives().stream()
        .filter(CapacityObjectives::ofTarget)
        .map("'%s' is left out: a Prometheus server is not asked between probes"::formatted)
        .toList();
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
