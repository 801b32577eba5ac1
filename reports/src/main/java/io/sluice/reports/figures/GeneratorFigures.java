package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;

/**
 * The generator's own state over the whole run.
 *
 * @param lag released - intended: its own lateness
 * @param connectionWait written - released: time without a connection to write to
 * @param loopDelay lateness of a ticker of 10 ms in each loop
 * @param connect time to open a connection, TLS handshake included
 * @param busyShare share of their time that loops were not waiting, 0 to 1
 * @param cpuSeconds CPU time of the process
 * @param gcSeconds time in garbage collection pauses
 * @param stealSeconds CPU time that a hypervisor took away, all cores of the machine
 * @param retries requests sent again because a kept-alive connection turned out to be closed
 * @param redirectsRefused redirects that led away from the plan's targets
 * @param connects connections that were opened
 */
public record GeneratorFigures(
    Distribution lag,
    Distribution connectionWait,
    Distribution loopDelay,
    Distribution connect,
    double busyShare,
    double cpuSeconds,
    double gcSeconds,
    double stealSeconds,
    long retries,
    long redirectsRefused,
    long connects) {

  static GeneratorFigures of(Health health) {
    return new GeneratorFigures(
        Distribution.of(health.lag()),
        Distribution.of(health.connectionWait()),
        Distribution.of(health.loopDelay()),
        Distribution.of(health.connect()),
        health.busyShare(),
        health.get(Counter.CPU_NANOS) / 1e9,
        health.get(Counter.GC_NANOS) / 1e9,
        health.get(Counter.STEAL_NANOS) / 1e9,
        health.get(Counter.RETRIES),
        health.get(Counter.REDIRECTS_REFUSED),
        health.get(Counter.CONNECTS));
  }
}
