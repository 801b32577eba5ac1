package io.sluice.engine.door;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Wire;
import java.util.ArrayDeque;

/**
 * Requests of users that have gone on to wait, to be sent together. Belongs to its cell.
 *
 * <p>To send a request wakes the target, or the machine that it is in, if that sleeps, and the
 * sender pays for it: more than for all else that it does. Requests that are sent one right after
 * the other wake it once. So what users ask for in one turn is sent at its end, unless that is
 * {@value #MOST_NANOS} ns away, or one of the users may compute for long before it waits.
 */
final class Outbox {
  /** So long a request is kept at most while users go on quickly. */
  static final long MOST_NANOS = 500_000;

  /** Whose users compute for so long at a time sends at once. */
  static final long LONG_STEP_NANOS = 200_000;

  private static final int FORGETS = 16;

  private final Wire wire;
  private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();
  private long since;
  private long stepBegan;
  private long usual;

  Outbox(Wire wire) {
    this.wire = wire;
  }

  /** Takes a request that is to be sent. */
  void add(Exchange exchange, long now) {
    if (waiting.isEmpty()) {
      since = now;
    }
    waiting.addLast(exchange);
  }

  /** Takes a request back; whether it has not been sent. */
  boolean withdraw(Exchange exchange) {
    return waiting.remove(exchange);
  }

  /** Users are about to go on, one after the other. */
  void begin(long now) {
    stepBegan = now;
  }

  /** One of them waits again. */
  void stepped(long now) {
    long took = now - stepBegan;
    stepBegan = now;
    usual = Math.max(took, usual - usual / FORGETS);
    if (usual >= LONG_STEP_NANOS || now - since >= MOST_NANOS) {
      flush();
    }
  }

  /** Sends all. */
  void flush() {
    for (Exchange next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
      wire.send(next);
    }
  }
}
