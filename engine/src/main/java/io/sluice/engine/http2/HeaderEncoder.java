package io.sluice.engine.http2;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of requests (RFC 7541 section 6). A constant field goes into the dynamic table
 * the first time and is an index from then on. What no longer fits into the table is written out
 * each time.
 *
 * <p>How a field is written is remembered by the identity of its arrays, in a hash table with
 * linear probing; the bytes are compared too, since arrays may be used again for other values.
 */
public final class HeaderEncoder {
  private static final int LARGEST_TABLE = 4096;
  private static final int MOST_SLOTS = 1024;
  private static final byte[] NOTHING = new byte[0];

  /** How a field is written: as an entry of the dynamic table, or beginning with some bytes. */
  private static final class Known {
    final byte[] name;
    final byte[] value; // the array that was handed in; NOTHING where the value varies
    byte[] content = NOTHING;
    byte[] verbatim = NOTHING;
    int entry = EncoderTable.NONE;

    Known(byte[] name, byte[] value) {
      this.name = name;
      this.value = value;
    }
  }

  private final EncoderTable table = new EncoderTable();
  private int capacity = LARGEST_TABLE;
  private boolean resized;
  private @Nullable Known[] slots = new Known[32];
  private int used;

  /** Obeys the server's SETTINGS_HEADER_TABLE_SIZE, in bytes. */
  public void limitTable(int size) {
    int wanted = Math.min(size, LARGEST_TABLE);
    if (wanted != capacity) {
      capacity = wanted;
      resized = true;
      table.clear();
      forget(slots.length);
    }
  }

  /** Begins a header block. */
  public void begin(FrameWriter out) {
    if (resized) { // RFC 7541 section 4.2: first the smallest size there was, then the last one
      resized = false;
      Literals.integer(0, 0x1f, 0x20, out);
      Literals.integer(capacity, 0x1f, 0x20, out);
    }
  }

  /**
   * Writes a field.
   *
   * @param name in lower case; the same array each time for the same field of the same request
   * @param constant whether the value is worth remembering
   */
  public void field(byte[] name, byte[] value, int length, boolean constant, FrameWriter out) {
    if (constant) {
      Known known = slots[slot(name, value)];
      if (known == null) {
        remember(learn(name, value), value, length, out);
      } else if (Arrays.equals(known.content, 0, known.content.length, value, 0, length)) {
        write(known, out);
      } else {
        remember(known, value, length, out);
      }
    } else {
      Known known = slots[slot(name, NOTHING)];
      if (known == null) {
        known = learn(name, NOTHING);
        known.verbatim = Literals.prefix(name);
      }
      write(known, out);
      Literals.integer(length, 0x7f, 0, out);
      out.room(length);
      System.arraycopy(value, 0, out.bytes, out.length, length);
      out.length += length;
    }
  }

  private void write(Known known, FrameWriter out) {
    if (known.entry >= 0) {
      Literals.integer(table.index(known.entry), 0x7f, 0x80, out);
    } else {
      byte[] bytes = known.verbatim;
      out.room(bytes.length);
      System.arraycopy(bytes, 0, out.bytes, out.length, bytes.length);
      out.length += bytes.length;
    }
  }

  /** Finds the way to write a constant field from now on, and writes it. */
  private void remember(Known known, byte[] value, int length, FrameWriter out) {
    byte[] name = known.name;
    known.entry = table.find(name, value, length);
    if (known.entry >= 0) {
      known.content = table.value(known.entry);
      write(known, out);
      return;
    }
    known.content = Arrays.copyOf(value, length);
    int index = StaticTable.find(name, value, length);
    if (index == 0 && table.fits(name, length, capacity)) {
      known.entry = table.insert(name, known.content);
      Literals.insertion(name, known.content, out);
      return;
    }
    known.verbatim = index > 0 ? Literals.indexed(index) : Literals.field(name, known.content);
    write(known, out);
  }

  @SuppressWarnings("ReferenceEquality") // identity is what is cheap here: see above
  private int slot(byte[] name, byte[] value) {
    int hash = System.identityHashCode(name) * 31 + System.identityHashCode(value);
    int mask = slots.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    for (Known known = slots[slot]; known != null; known = slots[slot]) {
      if (known.name == name && known.value == value) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private Known learn(byte[] name, byte[] value) {
    if (2 * used >= slots.length) {
      forget(Math.min(MOST_SLOTS, 2 * slots.length)); // the others are found again by their bytes
    }
    Known known = new Known(name, value);
    slots[slot(name, value)] = known;
    used++;
    return known;
  }

  private void forget(int room) {
    slots = new Known[room];
    used = 0;
  }
}
