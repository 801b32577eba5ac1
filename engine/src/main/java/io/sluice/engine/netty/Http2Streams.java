package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are under way, by number: a hash table with linear probing. Numbers go up by
 * two; multiplied by the golden ratio they lie evenly apart (Knuth 6.4), so that closing a stream
 * has hardly anything to move.
 */
final class Http2Streams {
  private static final int MOST_IDLE = 1024;
  private static final int GOLDEN = 0x9e37_79b9;

  private @Nullable Http2Stream[] table = new Http2Stream[8];
  private int shift = 32 - 3; // leaves as many bits as the table's length has
  private int size;
  private @Nullable Http2Stream[] idle = new Http2Stream[4];
  private int idleCount;

  private int home(int id) {
    return ((id >>> 1) * GOLDEN) >>> shift;
  }

  int size() {
    return size;
  }

  /** The stream with that number, or null. */
  @Nullable Http2Stream get(int id) {
    int mask = table.length - 1;
    int slot = home(id);
    Http2Stream stream = table[slot];
    while (stream != null && stream.id() != id) {
      slot = slot + 1 & mask;
      stream = table[slot];
    }
    return stream;
  }

  /** The stream of an exchange, or null. Looks at all of them. */
  @Nullable Http2Stream of(Exchange exchange) {
    for (Http2Stream stream : table) {
      if (stream != null && stream.exchange == exchange) {
        return stream;
      }
    }
    return null;
  }

  /** Opens a stream. */
  Http2Stream open(int id, Exchange exchange, long window) {
    if (2 * (size + 1) > table.length) {
      grow();
    }
    Http2Stream stream = idleCount > 0 ? idle[--idleCount] : null;
    if (stream == null) {
      stream = new Http2Stream(exchange);
    }
    stream.begin(id, exchange, window);
    place(stream);
    size++;
    return stream;
  }

  private void place(Http2Stream stream) {
    int mask = table.length - 1;
    int slot = home(stream.id());
    while (table[slot] != null) {
      slot = slot + 1 & mask;
    }
    table[slot] = stream;
  }

  private void grow() {
    @Nullable Http2Stream[] old = table;
    table = new Http2Stream[2 * old.length];
    shift--;
    for (Http2Stream stream : old) {
      if (stream != null) {
        place(stream);
      }
    }
  }

  /** Ends a stream that is under way. It may be used again for the next one. */
  void close(Http2Stream stream) {
    int mask = table.length - 1;
    int hole = home(stream.id());
    while (table[hole] != stream) {
      hole = hole + 1 & mask;
    }
    // Those behind it move up, so that none is cut off from where it is looked for.
    int slot = hole + 1 & mask;
    for (Http2Stream next = table[slot]; next != null; next = table[slot]) {
      if ((slot - home(next.id()) & mask) >= (slot - hole & mask)) {
        table[hole] = next;
        hole = slot;
      }
      slot = slot + 1 & mask;
    }
    table[hole] = null;
    size--;
    stream.end();
    if (idleCount == idle.length && idleCount < MOST_IDLE) {
      idle = Arrays.copyOf(idle, 2 * idleCount);
    }
    if (idleCount < idle.length) {
      idle[idleCount++] = stream;
    }
  }

  /** All that are under way, in the order in which they were opened. Allocates. */
  Http2Stream[] all() {
    Http2Stream[] all = new Http2Stream[size];
    int count = 0;
    for (Http2Stream stream : table) {
      if (stream != null) {
        all[count++] = stream;
      }
    }
    Arrays.sort(all, Comparator.comparingInt(Http2Stream::id));
    return all;
  }
}
