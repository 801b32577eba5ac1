package io.sluice.engine.http2;

import io.sluice.engine.wire.WantedHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a response field's name means to us, as an int: 0 where nobody looks at its value. The low
 * 16 bits are the number of a wanted header plus one; the others are flags.
 */
public final class FieldKinds {
  /** Nobody looks at the value. */
  static final int OTHER = 0;

  static final int STATUS = 1 << 16;
  static final int CONTENT_LENGTH = 1 << 17;

  /** Speaks of the connection, which HTTP/2 does in frames (RFC 9113 section 8.2.2). */
  static final int OF_CONNECTION = 1 << 18;

  /** No name of a response field (RFC 9113 sections 8.2.1 and 8.3). */
  static final int MALFORMED = 1 << 19;

  /** Set by the decoder: a pseudo-field behind other fields. */
  static final int LATE = 1 << 20;

  private static final int PSEUDO = STATUS | MALFORMED;
  private static final int NUMBER = 0xffff;

  /** Octets that a name may have behind its first one: visible, and not upper case. */
  private static final boolean[] IN_NAME = new boolean[256];

  static {
    for (int c = '!'; c <= '~'; c++) {
      IN_NAME[c] = c != ':' && (c < 'A' || c > 'Z');
    }
  }

  private final int[] byIndex = new int[StaticTable.SIZE + 1];
  private final byte[][] names;
  private final int[] kinds;

  private FieldKinds(byte[][] names, int[] kinds) {
    this.names = names;
    this.kinds = kinds;
    for (int i = 1; i <= StaticTable.SIZE; i++) {
      byte[] name = StaticTable.name(i);
      byIndex[i] = kind(name, 0, name.length);
    }
  }

  /** The kinds where these headers are wanted. */
  public static FieldKinds of(WantedHeaders wanted) {
    String[] connection = {
      "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"
    };
    int count = connection.length + 2 + wanted.count();
    byte[][] names = new byte[count][];
    int[] kinds = new int[count];
    int at = 0;
    names[at] = ascii(":status");
    kinds[at++] = STATUS;
    names[at] = ascii("content-length");
    kinds[at++] = CONTENT_LENGTH;
    for (String name : connection) {
      names[at] = ascii(name);
      kinds[at++] = OF_CONNECTION;
    }
    for (int number = 0; number < wanted.count(); number++) {
      int known = at;
      for (int i = 0; i < at; i++) {
        if (Arrays.equals(names[i], wanted.name(number))) {
          known = i;
        }
      }
      names[known] = wanted.name(number);
      kinds[known] |= number + 1;
      at = Math.max(at, known + 1);
    }
    return new FieldKinds(Arrays.copyOf(names, at), Arrays.copyOf(kinds, at));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The kind of a field of the static table. */
  int ofStatic(int index) {
    return byIndex[index];
  }

  /** The kind of a name. */
  int kind(byte[] in, int from, int length) {
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      if (name.length == length && Arrays.equals(name, 0, length, in, from, from + length)) {
        return kinds[i];
      }
    }
    boolean good = length > 0;
    for (int i = from; i < from + length; i++) {
      good &= IN_NAME[in[i] & 0xff];
    }
    return good ? OTHER : MALFORMED;
  }

  /** The number of the wanted header, or -1. */
  static int number(int kind) {
    return (kind & NUMBER) - 1;
  }

  /** Whether the field stands before the others, or is no field at all. */
  static boolean pseudo(int kind) {
    return (kind & PSEUDO) != 0;
  }
}
