package io.sluice.reports.figures;

import io.sluice.model.run.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A stretch of the run, usually one second: what finished in it, in any window, and how the
 * generator was. Times are milliseconds, {@code NaN} where there are none.
 *
 * @param from seconds from the start of the run
 * @param to seconds from the start of the run
 * @param users the most users in an iteration
 * @param plannedUsers the most users that the plan wanted
 * @param started requests that were released
 * @param finished requests that ended in any way but aborted
 * @param outcomes how many requests ended so, every outcome
 * @param dropped arrivals that found no free user
 * @param p50 of the response time
 * @param p90 of the response time
 * @param p95 of the response time
 * @param p99 of the response time
 * @param max of the response time
 * @param lagP99 of the generator's lateness
 * @param loopDelayP99 of the lateness of its loops' ticker
 * @param busyShare share of their time that loops were not waiting, 0 to 1
 * @param cpuShare share of the CPU time that the process could have used, 0 to 1
 * @param stealShare CPU time that a hypervisor took, as a share of the same
 * @param throttledShare time that threads were stopped for a quota, as a share of the same
 */
public record TimelinePoint(
    double from,
    double to,
    long users,
    long plannedUsers,
    long started,
    long finished,
    Map<Outcome, Long> outcomes,
    long dropped,
    double p50,
    double p90,
    double p95,
    double p99,
    double max,
    double lagP99,
    double loopDelayP99,
    double busyShare,
    double cpuShare,
    double stealShare,
    double throttledShare) {
  public TimelinePoint {
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
  }

  /** Finished requests that were not ok. */
  public long failed() {
    return finished - outcomes.getOrDefault(Outcome.OK, 0L);
  }

  /** Events per second of the stretch. */
  public double perSecond(long events) {
    return to > from ? events / (to - from) : 0;
  }
}
