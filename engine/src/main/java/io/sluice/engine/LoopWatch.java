package io.sluice.engine;

import io.sluice.engine.wire.TimeoutWheel;
import io.sluice.model.run.Health;
import io.sluice.model.run.Times;

/**
 * Watches a cell's own loop: how late its ticks are, how long its turns take, and how long answers
 * may have lain before they were looked at. Lives on the clock readings that the cell takes anyway.
 *
 * <p>A turn is the time from the end of one poll to the end of the next one, without what the poll
 * was asked to wait. What a poll hands out has become readable after the poll before it, so a turn
 * is the most that it can have lain there; of a poll that waited, what came meanwhile was handed
 * out as it came.
 */
final class LoopWatch {
  private static final long TICK_NANOS = TimeoutWheel.TICK_NANOS;
  private static final long NEVER = -1;

  private long tickDue = TICK_NANOS;
  private long turnFrom = NEVER;
  private long waitFrom;
  private long waitUntil;
  private int handled;
  private long longestTurn;

  /** A turn begins, and with it the one before ends. */
  void turn(long now, Health health) {
    if (turnFrom != NEVER) {
      long turn = waitFrom - turnFrom + Math.max(0, now - waitUntil);
      longestTurn = Math.max(longestTurn, turn);
      if (handled > 0) {
        Times.record(health.receiveUncertainty(), turn, handled);
      }
    }
    turnFrom = now;
    waitFrom = now;
    waitUntil = now;
  }

  /** The turn's poll may wait. */
  void waits(long from, long until) {
    waitFrom = from;
    waitUntil = Math.max(from, until);
  }

  /** The turn's poll handed out so much. */
  void handled(int events) {
    handled = events;
  }

  /**
   * Records how late the ticks are that were due before an instant: a loop that stands still leaves
   * all the ticks that it missed, as a request that came at a random time would have seen it.
   */
  void ticks(long before, long now, Health health) {
    while (tickDue < before) {
      Times.record(health.loopDelay(), now - tickDue);
      tickDue += TICK_NANOS;
    }
  }

  /** The interval ends. */
  void flip(Health health) {
    Times.record(health.longestTurn(), longestTurn);
    longestTurn = 0;
  }
}
