package io.sluice.engine.http2;

/**
 * The dynamic table of a decoder (RFC 7541 section 2.3.2). Fields that nobody looks at are kept,
 * too: a later answer may be one whose header lines are kept.
 */
final class DecoderTable {
  private static final int OVERHEAD = 32;

  private final int mask; // the largest table has so many entries, less one
  private final int[] kinds;
  private final int[] nameLengths;
  private final int[] sizes;
  private final int[] starts;
  private final int[] valueLengths;
  private int inserted;
  private int count;
  private int size;
  private int capacity;

  // Each entry's name and value, one behind the other; those before the oldest entry's are dead.
  private byte[] bytes = new byte[0];
  private int bytesEnd;

  /** A table of at most so many bytes, as RFC 7541 section 4.1 counts them. */
  DecoderTable(int capacity) {
    this.capacity = capacity;
    int entries = Integer.highestOneBit(Math.max(1, capacity / OVERHEAD) * 2 - 1);
    mask = entries - 1;
    kinds = new int[entries];
    nameLengths = new int[entries];
    sizes = new int[entries];
    starts = new int[entries];
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

  /** Where names and values lie. */
  byte[] bytes() {
    return bytes;
  }

  int nameStart(int slot) {
    return starts[slot];
  }

  int valueStart(int slot) {
    return starts[slot] + nameLengths[slot];
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

  /** Inserts a field; its name and its value may lie anywhere but in this table. */
  void insert(
      int kind,
      byte[] name,
      int nameFrom,
      int nameLength,
      byte[] value,
      int from,
      int valueLength) {
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
    if (nameLength + valueLength > bytes.length - bytesEnd) {
      makeRoom(nameLength + valueLength);
    }
    System.arraycopy(name, nameFrom, bytes, bytesEnd, nameLength);
    System.arraycopy(value, from, bytes, bytesEnd + nameLength, valueLength);
    starts[slot] = bytesEnd;
    valueLengths[slot] = valueLength;
    bytesEnd += nameLength + valueLength;
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
    int dead = count == 0 ? bytesEnd : starts[slot(count - 1)];
    int live = bytesEnd - dead;
    byte[] target = bytes;
    if (2 * (live + more) > bytes.length) { // half of it is free then: moving is seldom
      target = new byte[Math.max(128, 4 * (live + more))];
    }
    System.arraycopy(bytes, dead, target, 0, live);
    bytes = target;
    bytesEnd = live;
    for (int age = 0; age < count; age++) {
      starts[slot(age)] -= dead;
    }
  }

  /** Bytes held for names and values, dead ones included. */
  int held() {
    return bytes.length;
  }
}
