package io.sluice.k6.options;

import java.util.List;

/**
 * A number of iterations that users share as they come.
 *
 * @param vus how many users; at least 1
 * @param iterations how many iterations in all; at least as many
 * @param durationNanos how long at most ({@code maxDuration}), in nanoseconds; at least a second
 */
public record SharedIterations(ScenarioCommon common, long vus, long iterations, long durationNanos)
    implements ScenarioOptions {
  static SharedIterations read(ScenarioFields fields) {
    ScenarioCommon common = fields.common();
    long vus = fields.vus();
    long iterations = fields.whole("iterations", 1);
    fields.check(
        iterations >= vus,
        "the number of iterations (%d) can't be less than the number of VUs (%d)"
            .formatted(iterations, vus));
    return new SharedIterations(common, vus, iterations, fields.maxDurationNanos());
  }

  @Override
  public Executor executor() {
    return Executor.SHARED_ITERATIONS;
  }

  @Override
  public String describe() {
    return "%d iterations shared among %d VUs%s"
        .formatted(
            iterations, vus, common.facts("maxDuration: " + GoDuration.format(durationNanos)));
  }

  @Override
  public List<VuStep> requirements() {
    return List.of(new VuStep(0, vus), new VuStep(durationNanos + common.gracefulStopNanos(), 0));
  }
}
