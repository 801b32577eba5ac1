package io.sluice.k6.options;

import java.util.List;

/**
 * A number of iterations for each user.
 *
 * @param vus how many users; at least 1
 * @param iterations how many iterations each; at least 1
 * @param durationNanos how long at most ({@code maxDuration}), in nanoseconds; at least a second
 */
public record PerVuIterations(ScenarioCommon common, long vus, long iterations, long durationNanos)
    implements ScenarioOptions {
  static PerVuIterations read(ScenarioFields fields) {
    ScenarioCommon common = fields.common();
    long vus = fields.vus();
    long iterations = fields.whole("iterations", 1);
    fields.check(iterations > 0, "the number of iterations must be more than 0");
    return new PerVuIterations(common, vus, iterations, fields.maxDurationNanos());
  }

  @Override
  public Executor executor() {
    return Executor.PER_VU_ITERATIONS;
  }

  @Override
  public String describe() {
    return "%d iterations for each of %d VUs%s"
        .formatted(
            iterations, vus, common.facts("maxDuration: " + GoDuration.format(durationNanos)));
  }

  @Override
  public List<VuStep> requirements() {
    return List.of(new VuStep(0, vus), new VuStep(durationNanos + common.gracefulStopNanos(), 0));
  }
}
