package io.sluice.engine.wire;

import org.jspecify.annotations.Nullable;

/**
 * Exchanges that wait for a connection, in order. Adding and removing allocate nothing and cost the
 * same however many there are.
 */
public final class WaitingLine {
  private @Nullable Exchange first;
  private @Nullable Exchange last;
  private int size;

  /** Lets one wait behind all others. */
  public void add(Exchange exchange) {
    requireNew(exchange);
    exchange.linePrevious = last;
    if (last == null) {
      first = exchange;
    } else {
      last.lineNext = exchange;
    }
    last = exchange;
  }

  /** Lets one wait before all others. */
  public void addFirst(Exchange exchange) {
    requireNew(exchange);
    exchange.lineNext = first;
    if (first == null) {
      last = exchange;
    } else {
      first.linePrevious = exchange;
    }
    first = exchange;
  }

  private void requireNew(Exchange exchange) {
    if (exchange.inLine) {
      throw new IllegalStateException("an exchange waits in one line at a time");
    }
    exchange.inLine = true;
    size++;
  }

  /**
   * Takes the first one.
   *
   * @throws IllegalStateException if nobody waits
   */
  public Exchange takeFirst() {
    Exchange exchange = first;
    if (exchange == null) {
      throw new IllegalStateException("nobody waits");
    }
    remove(exchange);
    return exchange;
  }

  /** Takes one out. Returns false if it does not wait. */
  public boolean remove(Exchange exchange) {
    if (!exchange.inLine) {
      return false;
    }
    Exchange next = exchange.lineNext;
    Exchange previous = exchange.linePrevious;
    if (previous == null) {
      first = next;
    } else {
      previous.lineNext = next;
    }
    if (next == null) {
      last = previous;
    } else {
      next.linePrevious = previous;
    }
    exchange.lineNext = null;
    exchange.linePrevious = null;
    exchange.inLine = false;
    size--;
    return true;
  }

  /** Whether nobody waits. */
  public boolean isEmpty() {
    return first == null;
  }

  /** How many wait. */
  public int size() {
    return size;
  }
}
