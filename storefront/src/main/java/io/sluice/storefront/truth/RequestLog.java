package io.sluice.storefront.truth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The requests one by one, in the order in which they were answered, reset or abandoned. Rows are
 * numbered from 0. Instants are readings of {@link System#nanoTime()} of the server's process.
 */
public final class RequestLog {
  private final List<long[]> blocks;
  private final int size;
  private final List<EndpointStatus> keys;

  RequestLog(Collection<long[]> blocks, int size, Collection<EndpointStatus> keys) {
    this.blocks = List.copyOf(blocks);
    this.size = size;
    this.keys = List.copyOf(keys);
  }

  public int size() {
    return size;
  }

  /** When the request was fully read. */
  public long arrivalNanos(int row) {
    return column(row, Row.ARRIVAL);
  }

  /** The delay that the endpoint's law of latency gave it, in nanoseconds. */
  public long drawnNanos(int row) {
    return column(row, Row.DRAWN);
  }

  /** When its answer was to leave: after limit, delay and stall. */
  public long dueNanos(int row) {
    return column(row, Row.DUE);
  }

  /** When its answer began to leave, or the reset came, or the client was found to be gone. */
  public long leftNanos(int row) {
    return column(row, Row.LEFT);
  }

  /**
   * When the operating system had taken the last byte that was to be sent; as long as it has not,
   * {@link #leftNanos}.
   */
  public long sentNanos(int row) {
    return column(row, Row.SENT);
  }

  /** From the request fully read to its answer handed to the socket, in nanoseconds. */
  public long timeInServerNanos(int row) {
    return leftNanos(row) - arrivalNanos(row);
  }

  /** What was asked for, and the status of its answer: 0 if it was reset in the answer's place. */
  public EndpointStatus endpointStatus(int row) {
    return keys.get(Row.key(column(row, Row.KIND)));
  }

  /** What carried the request. */
  public Protocol protocol(int row) {
    return Row.protocol(column(row, Row.KIND));
  }

  public Outcome outcome(int row) {
    return Row.outcome(column(row, Row.KIND));
  }

  /**
   * The times in the server of all that was answered for an endpoint with a status, in nanoseconds,
   * in ascending order.
   */
  public long[] sortedTimes(EndpointStatus key) {
    long kindOfKey = keys.indexOf(key);
    long[] times = new long[size];
    int found = 0;
    for (int row = 0; row < size; row++) {
      long kind = column(row, Row.KIND);
      if (Row.key(kind) == kindOfKey && Row.outcome(kind) == Outcome.ANSWERED) {
        times[found] = timeInServerNanos(row);
        found++;
      }
    }
    long[] sorted = Arrays.copyOf(times, found);
    Arrays.sort(sorted);
    return sorted;
  }

  private long column(int row, int column) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("row must be in 0.." + (size - 1) + ", was " + row);
    }
    return blocks.get(row / Row.ROWS_PER_BLOCK)[Row.at(row) + column];
  }
}
