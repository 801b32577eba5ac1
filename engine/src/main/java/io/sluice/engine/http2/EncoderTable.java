package io.sluice.engine.http2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dynamic table of an encoder that never lets it overflow: nothing is evicted, so entries keep
 * their numbers, counted from 0.
 */
final class EncoderTable {
  /** No entry. */
  static final int NONE = -1;

  private static final int OVERHEAD = 32;

  private final List<byte[]> names = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private int size;

  /** The index on the wire of an entry (RFC 7541 section 2.3.3). */
  int index(int entry) {
    return StaticTable.SIZE + names.size() - entry;
  }

  byte[] value(int entry) {
    return values.get(entry);
  }

  /** The entry with that name and value, or {@link #NONE}. */
  int find(byte[] name, byte[] value, int length) {
    for (int i = 0; i < names.size(); i++) {
      byte[] known = values.get(i);
      if (Arrays.equals(names.get(i), name)
          && Arrays.equals(known, 0, known.length, value, 0, length)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether another field has room in a table of that capacity. */
  boolean fits(byte[] name, int length, int capacity) {
    return (long) size + name.length + length + OVERHEAD <= capacity;
  }

  /** Adds a field that {@link #fits}. Returns its number. */
  int insert(byte[] name, byte[] value) {
    names.add(name.clone());
    values.add(value);
    size += name.length + value.length + OVERHEAD;
    return names.size() - 1;
  }

  void clear() {
    names.clear();
    values.clear();
    size = 0;
  }
}
