package io.sluice.engine.http2;

/**
 * Reads header blocks (RFC 7541 section 6). A value that nobody looks at is not decoded, unless it
 * goes into the dynamic table: an error in its coding goes unseen, and in the list's size it counts
 * as it is coded.
 */
public final class HeaderDecoder {
  /** The most bytes of the dynamic table: what every peer starts with. */
  public static final int TABLE_SIZE = 4096;

  private static final int OVERHEAD = 32;
  private static final int MAX_INTEGER = 1 << 24;

  private final FieldKinds kinds;
  private final int maxListSize;
  private final DecoderTable table = new DecoderTable(TABLE_SIZE);
  private byte[] scratch = new byte[128];
  private byte[] nameScratch = new byte[64];

  private byte[] in = scratch;
  private int at;
  private int end;
  private long listSize;
  private boolean regular; // a field that is no pseudo-field has come
  private boolean lines; // the visitor takes the fields of this block as lines
  private String problem = "";

  // The string that was read last: where it lies.
  private byte[] text = scratch;
  private int textFrom;
  private int textLength;

  // The name of the field that is read: where it lies.
  private byte[] name = scratch;
  private int nameFrom;
  private int nameLength;

  /**
   * A decoder with an empty table.
   *
   * @param maxListSize fields beyond so many bytes, as RFC 9113 section 6.5.2 counts them, are not
   *     passed on
   */
  public HeaderDecoder(FieldKinds kinds, int maxListSize) {
    this.kinds = kinds;
    this.maxListSize = maxListSize;
  }

  /**
   * Reads a complete block. Returns false if it cannot be read, so that no later one can either:
   * see {@link #problem()}.
   */
  public boolean decode(byte[] block, int from, int to, ResponseHead head) {
    return decode(block, from, to, (FieldVisitor) head);
  }

  boolean decode(byte[] block, int from, int to, FieldVisitor visitor) {
    in = block;
    at = from;
    end = to;
    listSize = 0;
    regular = false;
    lines = false;
    boolean first = true;
    boolean good = true;
    while (good && at < end) {
      int b = in[at++];
      if (b < 0) {
        good = indexed(b, visitor);
        first = false;
      } else if ((b & 0xe0) == 0x20) {
        good = first ? resize(b) : broken("a table size update behind a field");
      } else {
        good = literal(b, visitor);
        first = false;
      }
    }
    return good;
  }

  private boolean indexed(int b, FieldVisitor visitor) {
    int index = b & 0x7f;
    if (index == 0x7f) {
      index = integer(0x7f);
    }
    if (index <= 0) {
      return index == 0 && broken("a field with index 0");
    }
    if (index <= StaticTable.SIZE) {
      byte[] value = StaticTable.value(index);
      named(StaticTable.name(index));
      visit(visitor, kinds.ofStatic(index), value, 0, value.length);
      return true;
    }
    int age = index - StaticTable.SIZE - 1;
    if (age >= table.count()) {
      return broken("no field has index " + index);
    }
    int slot = table.slot(age);
    named(table.bytes(), table.nameStart(slot), table.nameLength(slot));
    visit(
        visitor, table.kind(slot), table.bytes(), table.valueStart(slot), table.valueLength(slot));
    return true;
  }

  private void named(byte[] bytes) {
    named(bytes, 0, bytes.length);
  }

  private void named(byte[] bytes, int from, int length) {
    name = bytes;
    nameFrom = from;
    nameLength = length;
  }

  /** Where it lies a value is decoded, or the table moves, while the name is still wanted. */
  private void keepName() {
    if (nameScratch.length < nameLength) {
      nameScratch = new byte[2 * nameLength];
    }
    System.arraycopy(name, nameFrom, nameScratch, 0, nameLength);
    named(nameScratch, 0, nameLength);
  }

  private boolean literal(int b, FieldVisitor visitor) {
    boolean indexing = (b & 0x40) != 0;
    int mask = indexing ? 0x3f : 0x0f;
    int index = b & mask;
    if (index == mask) {
      index = integer(mask);
    }
    int kind;
    if (index < 0) {
      return false;
    } else if (index == 0) {
      if (!string(true)) {
        return false;
      }
      named(text, textFrom, textLength);
      kind = kinds.kind(text, textFrom, textLength);
    } else if (index <= StaticTable.SIZE) {
      named(StaticTable.name(index));
      kind = kinds.ofStatic(index);
    } else {
      int age = index - StaticTable.SIZE - 1;
      if (age >= table.count()) {
        return broken("no field has index " + index);
      }
      int slot = table.slot(age);
      named(table.bytes(), table.nameStart(slot), table.nameLength(slot));
      kind = table.kind(slot);
    }
    boolean inserts = indexing && table.capacity() > 0;
    if (inserts || lines) {
      keepName();
    }
    if (!string(inserts || lines || kind != FieldKinds.OTHER)) {
      return false;
    }
    if (inserts) {
      table.insert(kind, name, nameFrom, nameLength, text, textFrom, textLength);
    }
    visit(visitor, kind, text, textFrom, textLength);
    return true;
  }

  private void visit(FieldVisitor visitor, int kind, byte[] value, int from, int length) {
    listSize += nameLength + length + OVERHEAD;
    boolean pseudo = FieldKinds.pseudo(kind);
    boolean late = regular && pseudo;
    regular |= !pseudo;
    if (kind != FieldKinds.OTHER && listSize <= maxListSize) {
      visitor.field(late ? kind | FieldKinds.LATE : kind, value, from, length);
    }
    if (pseudo) {
      lines = visitor.wantsLines();
    } else if (lines && listSize <= maxListSize) {
      visitor.line(name, nameFrom, nameLength, value, from, length);
    }
  }

  private boolean resize(int b) {
    int size = b & 0x1f;
    if (size == 0x1f) {
      size = integer(0x1f);
    }
    if (size < 0) {
      return false;
    }
    if (size > TABLE_SIZE) {
      return broken("a header table of " + size + " bytes, more than the " + TABLE_SIZE + " given");
    }
    table.resize(size);
    return true;
  }

  /**
   * Reads a string (RFC 7541 section 5.2). Where it is not wanted it is skipped, and its length is
   * as it is coded.
   */
  private boolean string(boolean wanted) {
    if (at >= end) {
      return broken("the header block ends within a field");
    }
    int b = in[at++];
    int length = b & 0x7f;
    if (length == 0x7f) {
      length = integer(0x7f);
      if (length < 0) {
        return false;
      }
    }
    if (length > end - at) {
      return broken("a string is longer than its header block");
    }
    text = in;
    textFrom = at;
    textLength = length;
    at += length;
    return b >= 0 || !wanted || expand();
  }

  private boolean expand() {
    int most = Huffman.maxDecoded(textLength);
    if (scratch.length < most) {
      scratch = new byte[2 * most];
    }
    int length = Huffman.decode(text, textFrom, textFrom + textLength, scratch, 0);
    text = scratch;
    textFrom = 0;
    textLength = length;
    return length >= 0 || broken("malformed Huffman coding");
  }

  /** The rest of an integer (RFC 7541 section 5.1) whose prefix is full, or -1. */
  private int integer(int prefix) {
    int value = prefix;
    for (int shift = 0; at < end && shift <= 21; shift += 7) {
      int b = in[at++];
      value += (b & 0x7f) << shift;
      if (b >= 0) {
        if (value <= MAX_INTEGER) {
          return value;
        }
        break;
      }
    }
    broken("an integer is malformed or too large");
    return -1;
  }

  private boolean broken(String why) {
    problem = why;
    return false;
  }

  /** The size of the list read last, in bytes as RFC 9113 section 6.5.2 counts them. */
  public long listSize() {
    return listSize;
  }

  /** Why the block cannot be read, in a few words. */
  public String problem() {
    return problem;
  }

  /** The dynamic table, to look at. */
  DecoderTable table() {
    return table;
  }
}
