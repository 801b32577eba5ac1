package io.sluice.k6.options;

import java.util.List;

/**
 * A number of users that goes from target to target.
 *
 * @param startVus how many there are at first; at least 0
 * @param stages where the number goes; at least one stage, and at least one user somewhere
 * @param gracefulRampDownNanos how long a user that is stopped on the way may finish its iteration,
 *     in nanoseconds
 */
public record RampingVus(
    ScenarioCommon common, long startVus, List<Stage> stages, long gracefulRampDownNanos)
    implements ScenarioOptions {
  private static final long MOST = 100_000_000;

  /** Copies the stages. */
  public RampingVus {
    stages = List.copyOf(stages);
  }

  static RampingVus read(ScenarioFields fields) {
    ScenarioCommon common = fields.common();
    long start = fields.whole("startVUs", 1);
    fields.check(start >= 0, "the number of start VUs can't be negative");
    List<Stage> stages = fields.stages();
    fields.check(
        Stage.greatest(start, stages) > 0,
        "either startVUs or one of the stages' target values must be greater than 0");
    fields.check(start <= MOST, "the startVUs exceed max limit of " + MOST);
    for (int i = 0; i < stages.size(); i++) {
      fields.check(
          stages.get(i).target() <= MOST,
          "target for stage " + (i + 1) + " exceeds max limit of " + MOST);
    }
    return new RampingVus(
        common, start, stages, fields.nanos("gracefulRampDown", 30 * ScenarioFields.SECOND));
  }

  @Override
  public Executor executor() {
    return Executor.RAMPING_VUS;
  }

  @Override
  public long durationNanos() {
    return Stage.total(stages);
  }

  @Override
  public String describe() {
    return "Up to %d looping VUs for %s over %d stages%s"
        .formatted(
            Stage.greatest(startVus, stages),
            GoDuration.format(durationNanos()),
            stages.size(),
            common.facts("gracefulRampDown: " + GoDuration.format(gracefulRampDownNanos)));
  }

  @Override
  public List<VuStep> requirements() {
    return RampingVusSteps.requirements(this);
  }
}
