package io.sluice.reports.figures;

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
 * @param failed finished requests that were not ok
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
    long failed,
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

  /** Events per second of the stretch. */
  public double perSecond(long events) {
    return to > from ? events / (to - from) : 0;
  }
}
