package io.sluice.storefront.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects rows in one growing array. Its caller holds the lock. */
final class RequestLogWriter {
  static final int COLUMNS = 3;
  private static final int FIRST_ROWS = 1_024;

  private final List<EndpointStatus> keys = new ArrayList<>();
  private final Map<EndpointStatus, Integer> numbers = new HashMap<>();
  private long[] rows = new long[FIRST_ROWS * COLUMNS];
  private int size;

  void append(EndpointStatus key, long arrivalNanos, long timeNanos) {
    int at = size * COLUMNS;
    if (at == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    rows[at] = arrivalNanos;
    rows[at + 1] = timeNanos;
    rows[at + 2] = numberOf(key);
    size++;
  }

  RequestLog copy() {
    return new RequestLog(Arrays.copyOf(rows, size * COLUMNS), size, List.copyOf(keys));
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
