package io.sluice.k6.options;

import java.util.List;
import java.util.Locale;

/**
 * Iterations that start at a rate that goes from target to target, whoever is free.
 *
 * @param startRate iterations per time unit at first; at least 0
 * @param timeUnitNanos the time unit, in nanoseconds; more than 0
 * @param stages where the rate goes; at least one stage
 * @param preAllocatedVus users from the start; at least 0
 * @param maxVus users at most; at least as many
 */
public record RampingArrivalRate(
    ScenarioCommon common,
    long startRate,
    long timeUnitNanos,
    List<Stage> stages,
    long preAllocatedVus,
    long maxVus)
    implements ScenarioOptions {
  /** Copies the stages. */
  public RampingArrivalRate {
    stages = List.copyOf(stages);
  }

  static RampingArrivalRate read(ScenarioFields fields) {
    ScenarioCommon common = fields.common();
    long start = fields.whole("startRate", 0);
    fields.check(start >= 0, "the startRate value can't be negative");
    long timeUnit = ArrivalFields.timeUnitNanos(fields);
    List<Stage> stages = fields.stages();
    long preAllocated = ArrivalFields.preAllocatedVus(fields);
    return new RampingArrivalRate(
        common, start, timeUnit, stages, preAllocated, ArrivalFields.maxVus(fields, preAllocated));
  }

  @Override
  public Executor executor() {
    return Executor.RAMPING_ARRIVAL_RATE;
  }

  @Override
  public long durationNanos() {
    return Stage.total(stages);
  }

  @Override
  public String describe() {
    double perSecond = Stage.greatest(startRate, stages) * 1e9 / timeUnitNanos;
    return String.format(Locale.ROOT, "Up to %.2f iterations/s", perSecond)
        + " for "
        + GoDuration.format(durationNanos())
        + " over "
        + stages.size()
        + " stages"
        + common.facts(ArrivalFields.vusFact(preAllocatedVus, maxVus));
  }

  @Override
  public List<VuStep> requirements() {
    return ArrivalFields.requirements(
        preAllocatedVus, maxVus, durationNanos() + common.gracefulStopNanos());
  }
}
