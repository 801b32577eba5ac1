package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 responses (RFC 9112) where they lie, whatever way they are cut, without
 * allocation.
 *
 * <pre>
 *  STATUS ─► HEADERS ─┬─ no body ──────────────────────────────► done
 *    ▲          │     ├─ Content-Length ─► FIXED ──────────────► done
 *    └── 1xx ───┘     ├─ chunked ─► SIZE ⇄ CHUNK ─► TRAILERS ──► done
 *                     └─ neither ─► UNTIL_CLOSE ─ closed ──────► done
 * </pre>
 *
 * <p>A line that is not complete is left in the buffer: the caller offers it again with what came
 * after. Lines end with CRLF or, as RFC 9112 section 2.2 allows, LF alone.
 */
final class ResponseParser {
  /** Who is told what was read. */
  interface Sink {
    /** The final status line; not of 1xx answers. */
    void status(int code);

    /** Room for the value of a wanted header, by its number; the first of several counts. */
    TextBuffer header(int number);

    /** Bytes of the body, chunk framing removed. */
    void body(ByteBuf source, int from, int length);
  }

  /** How far a response is. */
  enum Progress {
    /** More bytes are needed. */
    INCOMPLETE,
    /** The response is complete; bytes behind it stay in the buffer. */
    COMPLETE,
    /** It is no response; see {@link #problem()}. */
    MALFORMED
  }

  private enum State {
    STATUS,
    HEADERS,
    FIXED,
    SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    UNTIL_CLOSE,
    DONE
  }

  /** What a header line means to the parser itself. */
  private enum Field {
    LENGTH,
    CODING,
    CONNECTION,
    OTHER
  }

  private static final byte[] CONTENT_LENGTH = lower("content-length");
  private static final byte[] TRANSFER_ENCODING = lower("transfer-encoding");
  private static final byte[] CONNECTION = lower("connection");
  private static final byte[] CHUNKED = lower("chunked");
  private static final byte[] CLOSE = lower("close");
  private static final byte[] KEEP_ALIVE = lower("keep-alive");
  private static final byte[] HTTP_1 =
      "HTTP/1.".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final long NO_LENGTH = -1;

  private final WantedHeaders wanted;
  private final int maxHeaderBytes;
  private final Sink sink;

  private State state = State.STATUS;
  private boolean head;
  private int status;
  private long remaining;
  private boolean chunked;
  private boolean otherCoding;
  private boolean keepAlive;
  private boolean closes;
  private Field field = Field.OTHER;
  private @Nullable TextBuffer unfinished; // the wanted value that a folded line continues
  private int headerBytes;
  private String problem = "";

  ResponseParser(WantedHeaders wanted, int maxHeaderBytes, Sink sink) {
    this.wanted = wanted;
    this.maxHeaderBytes = maxHeaderBytes;
    this.sink = sink;
  }

  private static byte[] lower(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** Begins the answer to a request. */
  void reset(boolean toHead) {
    head = toHead;
    state = State.STATUS;
    headerBytes = 0;
    problem = "";
    clearMessage();
  }

  private void clearMessage() {
    status = 0;
    remaining = NO_LENGTH;
    chunked = false;
    otherCoding = false;
    closes = false;
    field = Field.OTHER;
    unfinished = null;
  }

  /** Reads what is there. */
  Progress parse(ByteBuf in) {
    while (true) {
      switch (state) {
        case STATUS, HEADERS, SIZE, CHUNK_END, TRAILERS -> {
          int end = lineEnd(in);
          if (end < 0) {
            return waitForLine(in);
          }
          int start = in.readerIndex();
          int length = end - start;
          if (length > 0 && in.getByte(end - 1) == '\r') {
            length--;
          }
          in.readerIndex(end + 1);
          if (!countHeader(end + 1 - start)) {
            return malformed("headers of more than " + maxHeaderBytes + " bytes");
          }
          if (!line(in, start, length)) {
            return Progress.MALFORMED;
          }
        }
        case FIXED, CHUNK -> {
          int take = (int) Math.min(remaining, in.readableBytes());
          if (take > 0) {
            sink.body(in, in.readerIndex(), take);
            in.skipBytes(take);
            remaining -= take;
          }
          if (remaining > 0) {
            return Progress.INCOMPLETE;
          }
          state = state == State.FIXED ? State.DONE : State.CHUNK_END;
        }
        case UNTIL_CLOSE -> {
          if (in.isReadable()) {
            sink.body(in, in.readerIndex(), in.readableBytes());
            in.skipBytes(in.readableBytes());
          }
          return Progress.INCOMPLETE;
        }
        case DONE -> {
          return Progress.COMPLETE;
        }
      }
    }
  }

  /** The connection was closed by the other side. COMPLETE where that is the response's end. */
  Progress closed() {
    return state == State.UNTIL_CLOSE ? Progress.COMPLETE : Progress.INCOMPLETE;
  }

  private Progress waitForLine(ByteBuf in) {
    boolean section = state == State.STATUS || state == State.HEADERS || state == State.TRAILERS;
    int budget = section ? maxHeaderBytes - headerBytes : maxHeaderBytes;
    if (in.readableBytes() > budget) {
      return malformed("a line of more than " + maxHeaderBytes + " bytes");
    }
    if (state == State.STATUS && !couldBeStatusLine(in)) {
      return malformed(
          "not an HTTP/1.x response: " + excerpt(in, in.readerIndex(), in.readableBytes()));
    }
    return Progress.INCOMPLETE;
  }

  private static boolean couldBeStatusLine(ByteBuf in) {
    int known = Math.min(in.readableBytes(), HTTP_1.length);
    for (int i = 0; i < known; i++) {
      byte b = in.getByte(in.readerIndex() + i);
      if (b != HTTP_1[i]) {
        // An empty line before the status line is forgiven, as many clients do.
        return i == 0 && (b == '\r' || b == '\n');
      }
    }
    return true;
  }

  private static int lineEnd(ByteBuf in) {
    return in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
  }

  private boolean countHeader(int bytes) {
    if (state == State.STATUS || state == State.HEADERS || state == State.TRAILERS) {
      headerBytes += bytes;
      return headerBytes <= maxHeaderBytes;
    }
    return bytes <= maxHeaderBytes;
  }

  private boolean line(ByteBuf in, int start, int length) {
    return switch (state) {
      case STATUS -> length == 0 || statusLine(in, start, length);
      case HEADERS -> length == 0 ? endOfHeaders() : headerLine(in, start, length);
      case SIZE -> chunkSize(in, start, length);
      case CHUNK_END -> {
        if (length != 0) {
          malformed("a chunk is longer than its size says");
          yield false;
        }
        state = State.SIZE;
        yield true;
      }
      case TRAILERS -> {
        if (length == 0) {
          state = State.DONE;
        }
        yield true;
      }
      case FIXED, CHUNK, UNTIL_CLOSE, DONE ->
          throw new IllegalStateException("no line in " + state);
    };
  }

  /** {@code HTTP/1.1 200 OK}: RFC 9112 section 4; the reason may be missing. */
  private boolean statusLine(ByteBuf in, int start, int length) {
    boolean shape = length >= 12 && in.getByte(start + 8) == ' ';
    for (int i = 0; shape && i < HTTP_1.length; i++) {
      shape = in.getByte(start + i) == HTTP_1[i];
    }
    if (shape) {
      int code = 0;
      for (int i = 9; i < 12; i++) {
        int digit = in.getByte(start + i) - '0';
        shape &= digit >= 0 && digit <= 9;
        code = code * 10 + digit;
      }
      shape &= code >= 100 && (length == 12 || in.getByte(start + 12) == ' ');
      int minor = in.getByte(start + 7) - '0';
      shape &= minor >= 0 && minor <= 9;
      keepAlive = minor >= 1;
      status = code;
    }
    if (!shape) {
      malformed("not an HTTP/1.x response: " + excerpt(in, start, length));
      return false;
    }
    if (status >= 200) {
      sink.status(status);
    }
    state = State.HEADERS;
    return true;
  }

  private boolean headerLine(ByteBuf in, int start, int length) {
    int end = start + length;
    if (blank(in.getByte(start))) {
      return folded(in, start, end);
    }
    int colon = in.indexOf(start, end, (byte) ':');
    if (colon <= start) {
      malformed("a header without a colon: " + excerpt(in, start, length));
      return false;
    }
    int nameLength = trimmedEnd(in, start, colon) - start; // RFC 9112 section 5.1
    int from = trimmedStart(in, colon + 1, end);
    int to = trimmedEnd(in, from, end);
    field = field(in, start, nameLength);
    unfinished = null;
    for (int i = 0; i < wanted.count(); i++) {
      if (status >= 200 && is(in, start, nameLength, wanted.name(i))) {
        keep(in, from, to, sink.header(i));
      }
    }
    return value(in, from, to);
  }

  /** The rest of the value before (RFC 9112 section 5.2): the same as after a blank. */
  private boolean folded(ByteBuf in, int start, int end) {
    int from = trimmedStart(in, start, end);
    int to = trimmedEnd(in, from, end);
    if (field == Field.LENGTH) {
      malformed("Content-Length goes on with " + excerpt(in, from, to - from));
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

  private static Field field(ByteBuf in, int start, int length) {
    if (is(in, start, length, CONTENT_LENGTH)) {
      return Field.LENGTH;
    }
    if (is(in, start, length, TRANSFER_ENCODING)) {
      return Field.CODING;
    }
    return is(in, start, length, CONNECTION) ? Field.CONNECTION : Field.OTHER;
  }

  private boolean value(ByteBuf in, int from, int to) {
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

  private void keep(ByteBuf in, int from, int to, TextBuffer value) {
    if (value.length() == 0) {
      append(in, from, to, value);
      unfinished = value;
    }
  }

  private static void append(ByteBuf in, int from, int to, TextBuffer value) {
    for (int i = from; i < to; i++) {
      value.append(in.getByte(i));
    }
  }

  /**
   * Several of the same value are one (RFC 9112 section 6.3); several of different ones an error.
   */
  private boolean contentLength(ByteBuf in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in.getByte(i) == ',') {
        int begin = trimmedStart(in, start, i);
        long value = digits(in, begin, trimmedEnd(in, begin, i));
        if (value == NO_LENGTH || (remaining != NO_LENGTH && remaining != value)) {
          malformed("Content-Length is " + excerpt(in, from, to - from));
          return false;
        }
        remaining = value;
        start = i + 1;
      }
    }
    return true;
  }

  private static long digits(ByteBuf in, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = in.getByte(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - 9) / 10) {
        return NO_LENGTH;
      }
      value = value * 10 + digit;
    }
    return to > from ? value : NO_LENGTH;
  }

  /** Only chunked as the last coding frames a body; any other one ends with the connection. */
  private void transferEncoding(ByteBuf in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in.getByte(i) == ',') {
        int begin = trimmedStart(in, start, i);
        int end = trimmedEnd(in, begin, i);
        if (end > begin) {
          chunked = is(in, begin, end - begin, CHUNKED);
          otherCoding |= !chunked;
        }
        start = i + 1;
      }
    }
  }

  /** {@code close} wins wherever it stands (RFC 9112 section 9.3). */
  private void connection(ByteBuf in, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || in.getByte(i) == ',') {
        int begin = trimmedStart(in, start, i);
        int length = trimmedEnd(in, begin, i) - begin;
        if (is(in, begin, length, CLOSE)) {
          closes = true;
          keepAlive = false;
        } else if (is(in, begin, length, KEEP_ALIVE)) {
          keepAlive = !closes;
        }
        start = i + 1;
      }
    }
  }

  /** How long the body is: RFC 9112 section 6.3. */
  private boolean endOfHeaders() {
    if (status < 200 && status != 101) {
      clearMessage();
      state = State.STATUS;
      return true;
    }
    if (status == 101) {
      malformed("switched to another protocol, which nobody asked for");
      return false;
    }
    if (head || status == 204 || status == 304) {
      state = State.DONE;
    } else if (chunked) {
      state = State.SIZE;
    } else if (otherCoding || remaining == NO_LENGTH) {
      keepAlive = false;
      state = State.UNTIL_CLOSE;
    } else {
      state = State.FIXED;
    }
    return true;
  }

  private boolean chunkSize(ByteBuf in, int start, int length) {
    long size = 0;
    int digits = 0;
    for (int i = start; i < start + length; i++) {
      byte b = in.getByte(i);
      int digit = Character.digit(b, 16);
      if (digit < 0) {
        if (b == ';' || blank(b)) {
          break;
        }
        digits = 0;
        break;
      }
      digits++;
      size = size * 16 + digit;
    }
    if (digits == 0 || digits > 15) {
      malformed("a chunk's size is " + excerpt(in, start, length));
      return false;
    }
    remaining = size;
    state = size == 0 ? State.TRAILERS : State.CHUNK;
    return true;
  }

  private static int trimmedStart(ByteBuf in, int from, int to) {
    int start = from;
    while (start < to && blank(in.getByte(start))) {
      start++;
    }
    return start;
  }

  private static int trimmedEnd(ByteBuf in, int from, int to) {
    int end = to;
    while (end > from && blank(in.getByte(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean is(ByteBuf in, int start, int length, byte[] lower) {
    if (length != lower.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int b = in.getByte(start + i);
      int folded = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (folded != lower[i]) {
        return false;
      }
    }
    return true;
  }

  private Progress malformed(String why) {
    problem = why;
    return Progress.MALFORMED;
  }

  private static String excerpt(ByteBuf in, int start, int length) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < Math.min(length, 40); i++) {
      byte b = in.getByte(start + i);
      text.append(b >= ' ' && b < 127 ? (char) b : '.');
    }
    return text.append(length > 40 ? "…'" : "'").toString();
  }

  /** What is wrong, in a few words. */
  String problem() {
    return problem;
  }

  /** Whether the connection may carry another request. */
  boolean keepAlive() {
    return keepAlive;
  }
}
