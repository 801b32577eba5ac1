package io.sluice.engine.wire;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines of exchanges: a hashed wheel (Varghese and Lauck 1987) of ticks of 10 ms. Adding and
 * removing cost the same however many there are, and allocate nothing.
 */
public final class TimeoutWheel {
  /** How finely time is divided. */
  public static final long TICK_NANOS = 10_000_000;

  private static final int SLOTS = 1024;
  private final @Nullable Exchange[] heads = new Exchange[SLOTS];
  private long lastTick;

  /** Watches an exchange until it is removed. */
  public void add(Exchange exchange, long deadlineNanos) {
    long tick = Math.max(lastTick + 1, tickOf(deadlineNanos));
    int slot = (int) (tick & (SLOTS - 1));
    exchange.deadline = deadlineNanos;
    exchange.wheelSlot = slot;
    Exchange head = heads[slot];
    exchange.wheelNext = head;
    exchange.wheelPrevious = null;
    if (head != null) {
      head.wheelPrevious = exchange;
    }
    heads[slot] = exchange;
  }

  /** Watches it no longer; nothing happens if it was not watched. */
  public void remove(Exchange exchange) {
    if (exchange.wheelSlot < 0) {
      return;
    }
    Exchange next = exchange.wheelNext;
    Exchange previous = exchange.wheelPrevious;
    if (previous == null) {
      heads[exchange.wheelSlot] = next;
    } else {
      previous.wheelNext = next;
    }
    if (next != null) {
      next.wheelPrevious = previous;
    }
    exchange.wheelNext = null;
    exchange.wheelPrevious = null;
    exchange.wheelSlot = -1;
  }

  /** Removes all exchanges whose deadline has come and hands each to {@code expired}. */
  public void expire(long nowNanos, Consumer<Exchange> expired) {
    long nowTick = Math.floorDiv(nowNanos, TICK_NANOS);
    // After a long stall one turn of the wheel sees every slot.
    long from = Math.max(lastTick + 1, nowTick - SLOTS + 1);
    for (long tick = from; tick <= nowTick; tick++) {
      lastTick = tick;
      Exchange exchange = heads[(int) (tick & (SLOTS - 1))];
      while (exchange != null) {
        Exchange next = exchange.wheelNext;
        if (exchange.deadline <= nowNanos) {
          remove(exchange);
          expired.accept(exchange);
        }
        exchange = next;
      }
    }
  }

  private static long tickOf(long nanos) {
    return Math.ceilDiv(nanos, TICK_NANOS);
  }
}
