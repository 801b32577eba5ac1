package io.sluice.k6.script.port;

import org.jspecify.annotations.Nullable;

/**
 * The queue of what a user's script is still to react to: answers that came, timers that are due.
 */
public interface UserLoop {
  /** Adds an event and wakes the user; may be called on any thread. */
  void post(Runnable event);

  /**
   * Takes the next event, and blocks the user until there is one.
   *
   * @param deadlineNanos on the clock of {@link System#nanoTime()}; {@link Long#MAX_VALUE} for no
   *     end
   * @return null if the deadline passed first
   */
  @Nullable Runnable take(long deadlineNanos);
}
