package io.sluice.k6.options;

import java.util.List;

/**
 * A fixed number of users that iterate until the time is over.
 *
 * @param vus how many; at least 1
 * @param durationNanos how long, in nanoseconds; at least a second
 */
public record ConstantVus(ScenarioCommon common, long vus, long durationNanos)
    implements ScenarioOptions {
  static ConstantVus read(ScenarioFields fields) {
    return new ConstantVus(fields.common(), fields.vus(), fields.requiredNanos("duration"));
  }

  @Override
  public Executor executor() {
    return Executor.CONSTANT_VUS;
  }

  @Override
  public String describe() {
    return vus + " looping VUs for " + GoDuration.format(durationNanos) + common.facts();
  }

  @Override
  public List<VuStep> requirements() {
    return List.of(new VuStep(0, vus), new VuStep(durationNanos + common.gracefulStopNanos(), 0));
  }
}
