package io.sluice.storefront.truth;

import java.util.List;

/** The answers one by one, in the order in which they were handed to the socket. */
public final class RequestLog {
  private static final Protocol[] PROTOCOLS = Protocol.values();

  private final long[] rows;
  private final int size;
  private final List<EndpointStatus> keys;

  RequestLog(long[] rows, int size, List<EndpointStatus> keys) {
    this.rows = rows;
    this.size = size;
    this.keys = keys;
  }

  public int size() {
    return size;
  }

  /** When the request was fully read, by {@link System#nanoTime()} of the server's process. */
  public long arrivalNanos(int row) {
    return rows[at(row)];
  }

  /** From the request fully read to the answer handed to the socket. */
  public long timeInServerNanos(int row) {
    return rows[at(row) + 1];
  }

  /** What was asked for, and how it was answered. */
  public EndpointStatus endpointStatus(int row) {
    return keys.get((int) (rows[at(row) + 2] >>> RequestLogWriter.PROTOCOL_BITS));
  }

  /** What carried the request. */
  public Protocol protocol(int row) {
    int ordinal = (int) rows[at(row) + 2] & ((1 << RequestLogWriter.PROTOCOL_BITS) - 1);
    return PROTOCOLS[ordinal];
  }

  private int at(int row) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("row must be in 0.." + (size - 1) + ", was " + row);
    }
    return row * RequestLogWriter.COLUMNS;
  }
}
