package io.sluice.storefront.truth;

/** Where the columns of a log's row lie, and how the last is packed. */
final class Row {
  static final int ARRIVAL = 0;
  static final int DRAWN = 1;
  static final int DUE = 2;
  static final int LEFT = 3;
  static final int SENT = 4;

  /** From the highest bit: the number of endpoint and status, outcome, protocol. */
  static final int KIND = 5;

  static final int COLUMNS = 6;
  static final int ROWS_PER_BLOCK = 1 << 13;
  private static final int PROTOCOL_BITS = 2;
  private static final int OUTCOME_BITS = 4;
  private static final Protocol[] PROTOCOLS = Protocol.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  private Row() {}

  static int at(int row) {
    return row % ROWS_PER_BLOCK * COLUMNS;
  }

  static long kind(int key, Outcome outcome, Protocol protocol) {
    return (((((long) key << OUTCOME_BITS) | outcome.ordinal()) << PROTOCOL_BITS)
        | protocol.ordinal());
  }

  static long kind(long kind, Outcome outcome) {
    return kind(key(kind), outcome, protocol(kind));
  }

  static int key(long kind) {
    return (int) (kind >>> (OUTCOME_BITS + PROTOCOL_BITS));
  }

  static Outcome outcome(long kind) {
    return OUTCOMES[(int) (kind >>> PROTOCOL_BITS) & ((1 << OUTCOME_BITS) - 1)];
  }

  static Protocol protocol(long kind) {
    return PROTOCOLS[(int) kind & ((1 << PROTOCOL_BITS) - 1)];
  }
}
