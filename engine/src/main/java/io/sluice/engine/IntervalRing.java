package io.sluice.engine;

import io.sluice.model.run.Interval;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Hands intervals from one thread to one other (single producer, single consumer).
 *
 * <p>Promises:
 *
 * <ol>
 *   <li>What was written to an interval before {@link #offer} is seen after {@link #poll}: a slot
 *       is published by a release store and taken by an acquire load.
 *   <li>Order is kept; nothing is lost: a full ring says so, and the producer keeps its interval.
 * </ol>
 */
final class IntervalRing {
  private final AtomicReferenceArray<@Nullable Interval> slots;
  private int head; // consumer only
  private int tail; // producer only

  IntervalRing(int capacity) {
    slots = new AtomicReferenceArray<>(capacity);
  }

  /** Producer: hands an interval on; false if the ring is full. */
  boolean offer(Interval interval) {
    int slot = tail % slots.length();
    if (slots.getAcquire(slot) != null) {
      return false;
    }
    slots.setRelease(slot, interval);
    tail = (tail + 1) % slots.length();
    return true;
  }

  /** Consumer: takes the next interval, or null if there is none. */
  @Nullable Interval poll() {
    Interval interval = slots.getAcquire(head);
    if (interval != null) {
      slots.setRelease(head, null);
      head = (head + 1) % slots.length();
    }
    return interval;
  }
}
