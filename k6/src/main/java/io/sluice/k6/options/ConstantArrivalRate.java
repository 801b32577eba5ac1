package io.sluice.k6.options;

import java.util.List;
import java.util.Locale;

/**
 * Iterations that start at a fixed rate, whoever is free.
 *
 * @param rate iterations per time unit; at least 1
 * @param timeUnitNanos the time unit, in nanoseconds; more than 0
 * @param durationNanos how long, in nanoseconds; at least a second
 * @param preAllocatedVus users from the start; at least 0
 * @param maxVus users at most; at least as many
 */
public record ConstantArrivalRate(
    ScenarioCommon common,
    long rate,
    long timeUnitNanos,
    long durationNanos,
    long preAllocatedVus,
    long maxVus)
    implements ScenarioOptions {
  static ConstantArrivalRate read(ScenarioFields fields) {
    ScenarioCommon common = fields.common();
    fields.check(fields.has("rate"), "the iteration rate isn't specified");
    long rate = fields.whole("rate", 1);
    fields.check(rate > 0, "the iteration rate must be more than 0");
    long timeUnit = ArrivalFields.timeUnitNanos(fields);
    long duration = fields.requiredNanos("duration");
    long preAllocated = ArrivalFields.preAllocatedVus(fields);
    return new ConstantArrivalRate(
        common, rate, timeUnit, duration, preAllocated, ArrivalFields.maxVus(fields, preAllocated));
  }

  @Override
  public Executor executor() {
    return Executor.CONSTANT_ARRIVAL_RATE;
  }

  @Override
  public String describe() {
    double perSecond = maxVus == 0 ? 0 : rate * 1e9 / timeUnitNanos;
    return String.format(Locale.ROOT, "%.2f iterations/s", perSecond)
        + " for "
        + GoDuration.format(durationNanos)
        + common.facts(ArrivalFields.vusFact(preAllocatedVus, maxVus));
  }

  @Override
  public List<VuStep> requirements() {
    return ArrivalFields.requirements(
        preAllocatedVus, maxVus, durationNanos + common.gracefulStopNanos());
  }
}
