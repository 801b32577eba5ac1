package io.sluice.engine.http2;

/**
 * The static Huffman code of RFC 7541 appendix B. It is canonical: the lengths of the codes say all
 * of it, since codes of one length follow one another in the order of their symbols.
 */
final class Huffman {
  /** The length of each symbol's code, the end of string last; {@code A} is 5 bits. */
  private static final String LENGTHS =
      "ISXXXXXXXTZXXZXXXXXXXXZXXXXXXXXXBFFHIBDGFFDGDBBBAAABBBBBBBCDKBHF"
          + "IBCCCCCCCCCCCCCCCCCCCCCCDCDIOIJBKABABABBBACCBBBABCBAABCCCCCKGJIX"
          + "PRPPRRRSRSSSSSTSTTRSTSSSSQRSRSSTRQPRRSSQSRRTQRSSQQRQSRSSPRRRSRRS"
          + "VVPORSRUVVVWWVTUOQVWWVWTQQVVXWWWPTPQRQQSRRUUTTVSVWVVWWWWWXWWWWWV"
          + "Z";

  private static final int SYMBOLS = 257;
  private static final int END = 256;
  private static final int LONGEST = 30;
  private static final int FAST_BITS = 10;

  private static final int[] CODES = new int[SYMBOLS];
  private static final byte[] BITS = new byte[SYMBOLS];

  /** Of a code's first ten bits: length and symbol, or 0 where the code is longer. */
  private static final short[] FAST = new short[1 << FAST_BITS];

  // Of each length: its first code, how many there are, and where its symbols begin.
  private static final int[] FIRST = new int[LONGEST + 1];
  private static final int[] COUNT = new int[LONGEST + 1];
  private static final int[] START = new int[LONGEST + 1];
  private static final short[] IN_ORDER = new short[SYMBOLS];

  static {
    int code = 0;
    int placed = 0;
    for (int bits = 5; bits <= LONGEST; bits++) {
      FIRST[bits] = code;
      START[bits] = placed;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        if (LENGTHS.charAt(symbol) - 'A' + 5 == bits) {
          BITS[symbol] = (byte) bits;
          CODES[symbol] = code++;
          IN_ORDER[placed++] = (short) symbol;
          COUNT[bits]++;
        }
      }
      code <<= 1;
    }
    for (int symbol = 0; symbol < END; symbol++) {
      int free = FAST_BITS - BITS[symbol];
      for (int i = 0; free >= 0 && i < 1 << free; i++) {
        FAST[CODES[symbol] << free | i] = (short) (BITS[symbol] << 8 | symbol);
      }
    }
  }

  private Huffman() {}

  /** The most bytes that so many coded bytes can stand for. */
  static int maxDecoded(int coded) {
    return coded * 8 / 5;
  }

  /**
   * Decodes a string. Returns where it ends in {@code out}, or -1 if it is malformed: RFC 7541
   * section 5.2.
   */
  static int decode(byte[] in, int from, int to, byte[] out, int at) {
    long bits = 0; // the low `count` bits wait to be decoded
    int count = 0;
    int next = from;
    int end = at;
    while (true) {
      if (count < 32) {
        while (count <= 56 && next < to) {
          bits = bits << 8 | (in[next++] & 0xff);
          count += 8;
        }
      }
      if (count == 0) {
        return end;
      }
      int window = // the next 32 bits; behind the string's end there are ones, as its padding is
          count >= 32 ? (int) (bits >>> (count - 32)) : (int) (bits << (32 - count)) | -1 >>> count;
      int entry = FAST[window >>> (32 - FAST_BITS)];
      if (entry == 0) {
        if (window == -1 && count < 8) {
          return end;
        }
        entry = longCode(window);
      }
      int used = entry >> 8;
      if (used > count || used == 0) {
        return -1;
      }
      out[end++] = (byte) entry;
      count -= used;
    }
  }

  /** Length and symbol of a code of more than ten bits; 0 for the end of string. */
  private static int longCode(int window) {
    for (int bits = FAST_BITS + 1; bits < LONGEST; bits++) {
      int offset = (window >>> (32 - bits)) - FIRST[bits];
      if (offset < COUNT[bits]) {
        return bits << 8 | IN_ORDER[START[bits] + offset];
      }
    }
    int offset = (window >>> (32 - LONGEST)) - FIRST[LONGEST];
    int symbol = IN_ORDER[START[LONGEST] + offset];
    return symbol == END ? 0 : LONGEST << 8 | symbol;
  }

  /** How many bytes a string takes. */
  static int encodedLength(byte[] in, int from, int length) {
    long bits = 0;
    for (int i = from; i < from + length; i++) {
      bits += BITS[in[i] & 0xff];
    }
    return (int) ((bits + 7) >>> 3);
  }

  /** Encodes a string; there is room for it. Returns where it ends. */
  static int encode(byte[] in, int from, int length, byte[] out, int at) {
    long bits = 0;
    int count = 0;
    int end = at;
    for (int i = from; i < from + length; i++) {
      int symbol = in[i] & 0xff;
      bits = bits << BITS[symbol] | CODES[symbol];
      count += BITS[symbol];
      while (count >= 8) {
        count -= 8;
        out[end++] = (byte) (bits >>> count);
      }
    }
    if (count > 0) {
      out[end++] = (byte) (bits << (8 - count) | 0xff >>> count);
    }
    return end;
  }
}
