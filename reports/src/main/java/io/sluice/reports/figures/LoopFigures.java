package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;

/**
 * The state of one loop of the generator, or of all of them together.
 *
 * @param lag released - intended: its own lateness
 * @param connectionWait written - released: time without a connection to write to
 * @param loopDelay lateness of a ticker of 10 ms
 * @param receiveUncertainty how long an event may have lain before it was handled
 * @param longestTurn the longest turn of each interval
 * @param busyShare share of its time that it was not waiting, 0 to 1
 * @param dropped arrivals that found no free user
 * @param bytesNotTaken bytes of requests that a socket did not take at once
 */
public record LoopFigures(
    Distribution lag,
    Distribution connectionWait,
    Distribution loopDelay,
    Distribution receiveUncertainty,
    Distribution longestTurn,
    double busyShare,
    long dropped,
    long bytesNotTaken) {

  static LoopFigures of(Health health) {
    return new LoopFigures(
        Distribution.of(health.lag()),
        Distribution.of(health.connectionWait()),
        Distribution.of(health.loopDelay()),
        Distribution.of(health.receiveUncertainty()),
        Distribution.of(health.longestTurn()),
        health.busyShare(),
        health.get(Counter.DROPPED),
        health.get(Counter.BYTES_NOT_TAKEN));
  }
}
