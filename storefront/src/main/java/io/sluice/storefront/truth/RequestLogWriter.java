package io.sluice.storefront.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects rows in blocks, so that growing never copies what is there. Any thread may call it; who
 * copies the log holds the others up for one block at a time.
 */
final class RequestLogWriter {
  private final List<EndpointStatus> keys = new ArrayList<>();
  private final Map<EndpointStatus, Integer> numbers = new HashMap<>();
  private final List<long[]> blocks = new ArrayList<>();
  private int size;

  /**
   * Adds a row.
   *
   * @param leftNanos when the request was answered, reset or abandoned
   * @return the row's number
   */
  synchronized int append(Visit visit, Outcome outcome, long leftNanos) {
    if (size % Row.ROWS_PER_BLOCK == 0) {
      blocks.add(new long[Row.ROWS_PER_BLOCK * Row.COLUMNS]);
    }
    long[] block = blocks.getLast();
    int at = Row.at(size);
    block[at + Row.ARRIVAL] = visit.arrivalNanos();
    block[at + Row.DRAWN] = visit.drawnNanos();
    block[at + Row.DUE] = visit.dueNanos();
    block[at + Row.LEFT] = leftNanos;
    block[at + Row.SENT] = leftNanos;
    block[at + Row.KIND] = Row.kind(numberOf(visit.key()), outcome, visit.protocol());
    return size++;
  }

  /** Notes when the last byte was taken. */
  synchronized void sent(int row, long nanos) {
    blocks.get(row / Row.ROWS_PER_BLOCK)[Row.at(row) + Row.SENT] = nanos;
  }

  /** Makes an answer an abandoned one. */
  synchronized void abandoned(int row) {
    long[] block = blocks.get(row / Row.ROWS_PER_BLOCK);
    int at = Row.at(row) + Row.KIND;
    block[at] = Row.kind(block[at], Outcome.ABANDONED);
  }

  RequestLog copy() {
    int rows;
    List<EndpointStatus> known;
    List<long[]> live;
    synchronized (this) {
      rows = size;
      known = List.copyOf(keys);
      live = List.copyOf(blocks);
    }
    return new RequestLog(live.stream().map(this::copied).toList(), rows, known);
  }

  private synchronized long[] copied(long[] block) {
    return block.clone();
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
