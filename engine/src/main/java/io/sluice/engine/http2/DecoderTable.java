package io.sluice.engine.http2;

/**
 * The dynamic table of a decoder (RFC 7541 section 2.3.2). Of an entry that nobody looks at only
 * the sizes are kept: they are all that eviction needs.
 */
final class DecoderTable {
  private static final int OVERHEAD = 32;

  private final int mask; // the largest table has so many entries, less one
  private final int[] kinds;
  private final int[] nameLengths;
  private final int[] sizes;
  private final int[] valueStarts;
  private final int[] valueLengths;
  private int inserted;
  private int count;
  private int size;
  private int capacity;

  // Values one behind the other; those before the oldest entry's are dead.
  private byte[] values = new byte[0];
  private int valuesEnd;

  /** A table of at most so many bytes, as RFC 7541 section 4.1 counts them. */
  DecoderTable(int capacity) {
    this.capacity = capacity;
    int entries = Integer.highestOneBit(Math.max(1, capacity / OVERHEAD) * 2 - 1);
    mask = entries - 1;
    kinds = new int[entries];
    nameLengths = new int[entries];
    sizes = new int[entries];
    valueStarts = new int[entries];
    valueLengths = new int[entries];
  }

  /** Where an entry lies: 0 is the newest one. */
  int slot(int age) {
    return (inserted - 1 - age) & mask;
  }

  int count() {
    return count;
  }

  int capacity() {
    return capacity;
  }

  int kind(int slot) {
    return kinds[slot];
  }

  int nameLength(int slot) {
    return nameLengths[slot];
  }

  int size(int slot) {
    return sizes[slot];
  }

  byte[] values() {
    return values;
  }

  int valueStart(int slot) {
    return valueStarts[slot];
  }

  int valueLength(int slot) {
    return valueLengths[slot];
  }

  /** Changes the size, which is at most the table's first one. */
  void resize(int newCapacity) {
    capacity = newCapacity;
    evictTo(capacity);
  }

  /** Whether an entry of such lengths is kept, rather than only emptying the table. */
  boolean keeps(int nameLength, int valueLength) {
    return (long) nameLength + valueLength + OVERHEAD <= capacity;
  }

  /** Inserts a field; its value may lie anywhere but in this table. */
  void insert(int kind, int nameLength, byte[] value, int from, int valueLength) {
    if (!keeps(nameLength, valueLength)) {
      evictTo(0);
      return;
    }
    int entrySize = nameLength + valueLength + OVERHEAD;
    evictTo(capacity - entrySize);
    int slot = inserted & mask;
    kinds[slot] = kind;
    nameLengths[slot] = nameLength;
    sizes[slot] = entrySize;
    int kept = kind == FieldKinds.OTHER ? 0 : valueLength;
    if (kept > values.length - valuesEnd) {
      makeRoom(kept);
    }
    System.arraycopy(value, from, values, valuesEnd, kept);
    valueStarts[slot] = valuesEnd;
    valueLengths[slot] = kept;
    valuesEnd += kept;
    inserted++;
    count++;
    size += entrySize;
  }

  private void evictTo(int most) {
    while (size > most) {
      size -= sizes[slot(count - 1)];
      count--;
    }
  }

  private void makeRoom(int more) {
    int dead = count == 0 ? valuesEnd : valueStarts[slot(count - 1)];
    int live = valuesEnd - dead;
    byte[] target = values;
    if (2 * (live + more) > values.length) { // half of it is free then: moving is seldom
      target = new byte[Math.max(128, 4 * (live + more))];
    }
    System.arraycopy(values, dead, target, 0, live);
    values = target;
    valuesEnd = live;
    for (int age = 0; age < count; age++) {
      valueStarts[slot(age)] -= dead;
    }
  }

  /** Bytes held for values, dead ones included. */
  int held() {
    return values.length;
  }
}
