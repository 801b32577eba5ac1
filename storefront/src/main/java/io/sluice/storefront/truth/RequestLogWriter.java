package io.sluice.storefront.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects rows in blocks, so that growing never copies what is there: no answer waits for it. Its
 * caller holds the lock.
 */
final class RequestLogWriter {
  static final int COLUMNS = 3;

  /** The last column holds the key's number, and in these low bits the protocol. */
  static final int PROTOCOL_BITS = 2;

  private static final int BLOCK_LENGTH = (1 << 13) * COLUMNS;

  private final List<EndpointStatus> keys = new ArrayList<>();
  private final Map<EndpointStatus, Integer> numbers = new HashMap<>();
  private final List<long[]> fullBlocks = new ArrayList<>();
  private long[] block = new long[BLOCK_LENGTH];
  private int used;

  void append(EndpointStatus key, Protocol protocol, long arrivalNanos, long timeNanos) {
    if (used == BLOCK_LENGTH) {
      fullBlocks.add(block);
      block = new long[BLOCK_LENGTH];
      used = 0;
    }
    block[used] = arrivalNanos;
    block[used + 1] = timeNanos;
    block[used + 2] = (long) numberOf(key) << PROTOCOL_BITS | protocol.ordinal();
    used += COLUMNS;
  }

  RequestLog copy() {
    long[] rows = new long[Math.addExact(fullBlocks.size() * BLOCK_LENGTH, used)];
    int at = 0;
    for (long[] full : fullBlocks) {
      System.arraycopy(full, 0, rows, at, BLOCK_LENGTH);
      at += BLOCK_LENGTH;
    }
    System.arraycopy(block, 0, rows, at, used);
    return new RequestLog(rows, rows.length / COLUMNS, List.copyOf(keys));
  }

  private int numberOf(EndpointStatus key) {
    Integer number = numbers.get(key);
    if (number == null) {
      number = keys.size();
      keys.add(key);
      numbers.put(key, number);
    }
    return number;
  }
}
