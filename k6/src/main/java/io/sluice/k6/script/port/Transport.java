package io.sluice.k6.script.port;

import java.util.function.Consumer;

/**
 * A user's way to the wire and through time; one per user.
 *
 * <p>{@link #send} and {@link #sleep} throw {@link Interruption} when the user has to stop: a
 * script cannot go on then, since every further call throws again.
 */
public interface Transport {
  /** Sends a request and blocks the user until its answer is there. */
  HopAnswer send(Hop hop);

  /**
   * Sends a request and returns at once.
   *
   * @param done is told the answer later, on the cell's thread, not on the user's; it must only
   *     {@link UserLoop#post}
   */
  void submit(Hop hop, Consumer<HopAnswer> done);

  /**
   * Blocks the user.
   *
   * @param nanos 0 or more
   */
  void sleep(long nanos);
}
