package io.sluice.engine.netty;

import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header lines of a response (RFC 9112 section 5): what frames its body, whether the
 * connection goes on, and the values that somebody wants. Everything else is skipped.
 */
final class HeaderFields {
  /** What a header line means to the parser itself. */
  private enum Field {
    LENGTH,
    CODING,
    CONNECTION,
    OTHER
  }

  private static final byte[] CONTENT_LENGTH = Octets.lower("content-length");
  private static final byte[] TRANSFER_ENCODING = Octets.lower("transfer-encoding");
  private static final byte[] CONNECTION = Octets.lower("connection");
  private static final byte[] CHUNKED = Octets.lower("chunked");
  private static final byte[] CLOSE = Octets.lower("close");
  private static final byte[] KEEP_ALIVE = Octets.lower("keep-alive");

  private final WantedHeaders wanted;
  private final ResponseParser.Sink sink;
  private final long lengths; // bit n mod 64: a name of n bytes may be one that matters
  private long bodyLength;
  private boolean chunked;
  private boolean otherCoding;
  private boolean keepAlive;
  private boolean closes;
  private Field field = Field.OTHER;
  private @Nullable TextBuffer unfinished; // the wanted value that a folded line continues
  private String problem = "";

  HeaderFields(WantedHeaders wanted, ResponseParser.Sink sink) {
    this.wanted = wanted;
    this.sink = sink;
    lengths = lengths(wanted);
  }

  private static long lengths(WantedHeaders wanted) {
    long bits = 1L << CONTENT_LENGTH.length | 1L << TRANSFER_ENCODING.length;
    bits |= 1L << CONNECTION.length;
    for (int i = 0; i < wanted.count(); i++) {
      bits |= 1L << wanted.name(i).length;
    }
    return bits;
  }

  /** Begins another message. */
  void clear() {
    bodyLength = Octets.NO_NUMBER;
    chunked = false;
    otherCoding = false;
    closes = false;
    field = Field.OTHER;
    unfinished = null;
  }

  /**
   * Reads a line.
   *
   * @param keeping whether wanted values are kept: not those of 1xx answers
   * @return false if it is malformed; see {@link #problem()}
   */
  boolean line(byte[] in, int start, int length, boolean keeping) {
    int end = start + length;
    if (Octets.blank(in[start])) {
      return folded(in, start, end);
    }
    int colon = Octets.colon(in, start, end);
    if (colon <= start) {
      problem = "a header without a colon: " + Octets.excerpt(in, start, length);
      return false;
    }
    int nameLength = Octets.trimmedEnd(in, start, colon) - start; // RFC 9112 section 5.1
    unfinished = null;
    if ((lengths & 1L << nameLength) == 0) { // most headers
      field = Field.OTHER;
      return true;
    }
    int from = Octets.trimmedStart(in, colon + 1, end);
    int to = Octets.trimmedEnd(in, from, end);
    field = field(in, start, nameLength);
    for (int i = 0; i < wanted.count(); i++) {
      if (keeping && Octets.is(in, start, nameLength, wanted.name(i))) {
        keep(in, from, to, sink.header(i));
      }
    }
    return value(in, from, to);
  }

  /** The rest of the value before (RFC 9112 section 5.2): the same as after a blank. */
  private boolean folded(byte[] in, int start, int end) {
    int from = Octets.trimmedStart(in, start, end);
    int to = Octets.trimmedEnd(in, from, end);
    if (field == Field.LENGTH) {
      problem = "Content-Length goes on with " + Octets.excerpt(in, from, to - from);
      return false;
    }
    TextBuffer value = unfinished;
    if (value != null && to > from) {
      if (value.length() > 0) {
        value.append((byte) ' ');
      }
      append(in, from, to, value);
    }
    return value(in, from, to);
  }

  private static Field field(byte[] in, int start, int length) {
    if (Octets.is(in, start, length, CONTENT_LENGTH)) {
      return Field.LENGTH;
    }
    if (Octets.is(in, start, length, TRANSFER_ENCODING)) {
      return Field.CODING;
    }
    return Octets.is(in, start, length, CONNECTION) ? Field.CONNECTION : Field.OTHER;
  }

  private boolean value(byte[] in, int from, int to) {
    switch (field) {
      case LENGTH -> {
        return contentLength(in, from, to);
      }
      case CODING -> transferEncoding(in, from, to);
      case CONNECTION -> connection(in, from, to);
      case OTHER -> {}
    }
    return true;
  }

  private void keep(byte[] in, int from, int to, TextBuffer value) {
    if (value.length() == 0) {
      append(in, from, to, value);
      unfinished = value;
    }
  }

  private static void append(byte[] in, int from, int to, TextBuffer value) {
    value.append(in, from, to - from);
  }

  /**
   * Several of the same value are one (RFC 9112 section 6.3); several of different ones an error.
   */
  private boolean contentLength(byte[] in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in[i] == ',') {
        int begin = Octets.trimmedStart(in, start, i);
        long value = Octets.digits(in, begin, Octets.trimmedEnd(in, begin, i));
        if (value == Octets.NO_NUMBER || (bodyLength != Octets.NO_NUMBER && bodyLength != value)) {
          problem = "Content-Length is " + Octets.excerpt(in, from, to - from);
          return false;
        }
        bodyLength = value;
        start = i + 1;
      }
    }
    return true;
  }

  /** Only chunked as the last coding frames a body; any other one ends with the connection. */
  private void transferEncoding(byte[] in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in[i] == ',') {
        int begin = Octets.trimmedStart(in, start, i);
        int end = Octets.trimmedEnd(in, begin, i);
        if (end > begin) {
          chunked = Octets.is(in, begin, end - begin, CHUNKED);
          otherCoding |= !chunked;
        }
        start = i + 1;
      }
    }
  }

  /** {@code close} wins wherever it stands (RFC 9112 section 9.3). */
  private void connection(byte[] in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in[i] == ',') {
        int begin = Octets.trimmedStart(in, start, i);
        int length = Octets.trimmedEnd(in, begin, i) - begin;
        if (Octets.is(in, begin, length, CLOSE)) {
          closes = true;
          keepAlive = false;
        } else if (Octets.is(in, begin, length, KEEP_ALIVE)) {
          keepAlive = !closes;
        }
        start = i + 1;
      }
    }
  }

  /** What the status line says of the connection, or how the body ends. */
  void keepAlive(boolean goesOn) {
    keepAlive = goesOn;
  }

  /** Whether the connection may carry another request. */
  boolean keepAlive() {
    return keepAlive;
  }

  /** Whether the body comes in chunks: that wins over a length. */
  boolean chunked() {
    return chunked;
  }

  /** Whether the body has a length, and no coding that hides its end. */
  boolean framed() {
    return bodyLength != Octets.NO_NUMBER && !otherCoding;
  }

  /** The body's length, if it is {@link #framed()}. */
  long length() {
    return bodyLength;
  }

  /** What is wrong, in a few words. */
  String problem() {
    return problem;
  }
}
