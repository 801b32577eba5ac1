package io.sluice.engine.http2;

/**
 * Reads header blocks (RFC 7541 section 6). A value that nobody looks at is not decoded, unless the
 * dynamic table has to know its length: an error in its coding goes unseen, and in the list's size
 * it counts as it is coded.
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

  private byte[] in = scratch;
  private int at;
  private int end;
  private long listSize;
  private boolean regular; // a field that is no pseudo-field has come
  private String problem = "";

  // The string that was read last: where it lies.
  private byte[] text = scratch;
  private int textFrom;
  private int textLength;

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
      int size = StaticTable.name(index).length + value.length + OVERHEAD;
      visit(visitor, kinds.ofStatic(index), size, value, 0, value.length);
      return true;
    }
    int age = index - StaticTable.SIZE - 1;
    if (age >= table.count()) {
      return broken("no field has index " + index);
    }
    int slot = table.slot(age);
    int kind = table.kind(slot);
    visit(
        visitor,
        kind,
        table.size(slot),
        table.values(),
        table.valueStart(slot),
        table.valueLength(slot));
    return true;
  }

  private boolean literal(int b, FieldVisitor visitor) {
    boolean indexing = (b & 0x40) != 0;
    int mask = indexing ? 0x3f : 0x0f;
    int index = b & mask;
    if (index == mask) {
      index = integer(mask);
    }
    int kind;
    int nameLength;
    if (index < 0) {
      return false;
    } else if (index == 0) {
      if (!string(true)) {
        return false;
      }
      nameLength = textLength;
      kind = kinds.kind(text, textFrom, textLength);
    } else if (index <= StaticTable.SIZE) {
      nameLength = StaticTable.name(index).length;
      kind = kinds.ofStatic(index);
    } else {
      int age = index - StaticTable.SIZE - 1;
      if (age >= table.count()) {
        return broken("no field has index " + index);
      }
      nameLength = table.nameLength(table.slot(age));
      kind = table.kind(table.slot(age));
    }
    boolean inserts = indexing && table.capacity() > 0;
    if (!string(inserts || kind != FieldKinds.OTHER)) {
      return false;
    }
    if (inserts) {
      table.insert(kind, nameLength, text, textFrom, textLength);
    }
    int size = nameLength + textLength + OVERHEAD;
    visit(visitor, kind, size, text, textFrom, textLength);
    return true;
  }

  private void visit(FieldVisitor visitor, int kind, int size, byte[] value, int from, int length) {
    listSize += size;
    boolean late = regular && FieldKinds.pseudo(kind);
    regular |= !FieldKinds.pseudo(kind);
    if (kind != FieldKinds.OTHER && listSize <= maxListSize) {
      visitor.field(late ? kind | FieldKinds.LATE : kind, value, from, length);
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
