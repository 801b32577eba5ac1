package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;

/**
 * What the generator's process was given by its machine.
 *
 * @param cpuSeconds CPU time of the process
 * @param cpuShare share of the CPU time that it could have used, 0 to 1
 * @param gcSeconds time in garbage collection pauses
 * @param stealSeconds CPU time that a hypervisor took away, all cores of the machine
 * @param throttledPeriods periods in which the quota of its cgroup ran out
 * @param throttledSeconds how long threads were stopped for that, all threads together
 * @param pressureSeconds time in which some thread of the machine waited for a CPU
 * @param clockJumpSeconds how far the wall clock moved apart from the monotonic one
 * @param delay lateness of a ticker of 20 ms beside the loops
 * @param descriptors open file descriptors, at most
 * @param descriptorsMax how many it may have open; 0 if unknown
 * @param connections open connections at the end of an interval, at most
 * @param connectionsMax how many the local ports allow; 0 if unknown
 */
public record ProcessFigures(
    double cpuSeconds,
    double cpuShare,
    double gcSeconds,
    double stealSeconds,
    long throttledPeriods,
    double throttledSeconds,
    double pressureSeconds,
    double clockJumpSeconds,
    Distribution delay,
    long descriptors,
    long descriptorsMax,
    long connections,
    long connectionsMax) {

  static ProcessFigures of(Health health, Peaks peaks) {
    return new ProcessFigures(
        health.get(Counter.CPU_NANOS) / 1e9,
        health.cpuShare(),
        health.get(Counter.GC_NANOS) / 1e9,
        health.get(Counter.STEAL_NANOS) / 1e9,
        health.get(Counter.THROTTLED),
        health.get(Counter.THROTTLED_NANOS) / 1e9,
        health.get(Counter.PRESSURE_NANOS) / 1e9,
        health.get(Counter.CLOCK_JUMP_NANOS) / 1e9,
        Distribution.of(health.processDelay()),
        peaks.of(Counter.DESCRIPTORS),
        peaks.of(Counter.DESCRIPTORS_MAX),
        peaks.of(Counter.CONNECTIONS),
        peaks.of(Counter.PORTS_MAX));
  }
}
