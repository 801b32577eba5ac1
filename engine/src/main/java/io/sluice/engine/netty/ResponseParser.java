package io.sluice.engine.netty;

import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;

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
 * <p>A line that is not complete is left where it is: the caller offers it again with what came
 * after. Lines end with CRLF or, as RFC 9112 section 2.2 allows, LF alone.
 */
final class ResponseParser {
  /** Who is told what was read. */
  interface Sink {
    /**
     * The final status line; not of 1xx answers.
     *
     * @return whether the header lines are wanted
     */
    boolean status(int code);

    /** A header line, where they are wanted. */
    void line(byte[] source, int from, int length);

    /** Room for the value of a wanted header, by its number; the first of several counts. */
    TextBuffer header(int number);

    /** Bytes of the body, chunk framing removed. */
    void body(byte[] source, int from, int length);
  }

  /** How far a response is. */
  enum Progress {
    /** More bytes are needed. */
    INCOMPLETE,
    /** The response is complete; bytes behind it were not looked at. */
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

  private static final byte[] HTTP_1 =
      "HTTP/1.".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final HeaderFields fields;
  private final int maxHeaderBytes;
  private final Sink sink;

  private State state = State.STATUS;
  private boolean head;
  private int status;
  private boolean lines;
  private long remaining;
  private int headerBytes;
  private int position;
  private String problem = "";

  ResponseParser(WantedHeaders wanted, int maxHeaderBytes, Sink sink) {
    fields = new HeaderFields(wanted, sink);
    this.maxHeaderBytes = maxHeaderBytes;
    this.sink = sink;
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
    lines = false;
    remaining = 0;
    fields.clear();
  }

  /** Reads what is there; then {@link #position()} tells how far. */
  Progress parse(byte[] in, int from, int to) {
    int at = from;
    while (true) {
      switch (state) {
        case STATUS, HEADERS, SIZE, CHUNK_END, TRAILERS -> {
          int end = Octets.newLine(in, at, to);
          if (end < 0) {
            position = at;
            return waitForLine(in, at, to);
          }
          int start = at;
          int length = end > start && in[end - 1] == '\r' ? end - 1 - start : end - start;
          at = end + 1;
          if (!countHeader(at - start)) {
            return malformed("headers of more than " + maxHeaderBytes + " bytes");
          }
          if (!line(in, start, length)) {
            return Progress.MALFORMED;
          }
        }
        case FIXED, CHUNK -> {
          int take = (int) Math.min(remaining, to - at);
          if (take > 0) {
            sink.body(in, at, take);
            at += take;
            remaining -= take;
          }
          if (remaining > 0) {
            position = at;
            return Progress.INCOMPLETE;
          }
          state = state == State.FIXED ? State.DONE : State.CHUNK_END;
        }
        case UNTIL_CLOSE -> {
          if (to > at) {
            sink.body(in, at, to - at);
          }
          position = to;
          return Progress.INCOMPLETE;
        }
        case DONE -> {
          position = at;
          return Progress.COMPLETE;
        }
      }
    }
  }

  /** The first byte that was not taken; where it is INCOMPLETE, it is to be offered again. */
  int position() {
    return position;
  }

  /** The connection was closed by the other side. COMPLETE where that is the response's end. */
  Progress closed() {
    return state == State.UNTIL_CLOSE ? Progress.COMPLETE : Progress.INCOMPLETE;
  }

  private Progress waitForLine(byte[] in, int from, int to) {
    boolean section = state == State.STATUS || state == State.HEADERS || state == State.TRAILERS;
    int budget = section ? maxHeaderBytes - headerBytes : maxHeaderBytes;
    if (to - from > budget) {
      return malformed("a line of more than " + maxHeaderBytes + " bytes");
    }
    if (state == State.STATUS && !couldBeStatusLine(in, from, to)) {
      return malformed("not an HTTP/1.x response: " + Octets.excerpt(in, from, to - from));
    }
    return Progress.INCOMPLETE;
  }

  private static boolean couldBeStatusLine(byte[] in, int from, int to) {
    int known = Math.min(to - from, HTTP_1.length);
    for (int i = 0; i < known; i++) {
      byte b = in[from + i];
      if (b != HTTP_1[i]) {
        // An empty line before the status line is forgiven, as many clients do.
        return i == 0 && (b == '\r' || b == '\n');
      }
    }
    return true;
  }

  private boolean countHeader(int bytes) {
    if (state == State.STATUS || state == State.HEADERS || state == State.TRAILERS) {
      headerBytes += bytes;
      return headerBytes <= maxHeaderBytes;
    }
    return bytes <= maxHeaderBytes;
  }

  private boolean line(byte[] in, int start, int length) {
    return switch (state) {
      case STATUS -> length == 0 || statusLine(in, start, length);
      case HEADERS -> length == 0 ? endOfHeaders() : header(in, start, length);
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
  private boolean statusLine(byte[] in, int start, int length) {
    boolean shape = length >= 12 && in[start + 8] == ' ';
    for (int i = 0; shape && i < HTTP_1.length; i++) {
      shape = in[start + i] == HTTP_1[i];
    }
    if (shape) {
      int code = 0;
      for (int i = 9; i < 12; i++) {
        int digit = in[start + i] - '0';
        shape &= digit >= 0 && digit <= 9;
        code = code * 10 + digit;
      }
      shape &= code >= 100 && (length == 12 || in[start + 12] == ' ');
      int minor = in[start + 7] - '0';
      shape &= minor >= 0 && minor <= 9;
      fields.keepAlive(minor >= 1);
      status = code;
    }
    if (!shape) {
      malformed("not an HTTP/1.x response: " + Octets.excerpt(in, start, length));
      return false;
    }
    if (status >= 200) {
      lines = sink.status(status);
    }
    state = State.HEADERS;
    return true;
  }

  private boolean header(byte[] in, int start, int length) {
    if (lines) {
      sink.line(in, start, length);
    }
    boolean good = fields.line(in, start, length, status >= 200);
    if (!good) {
      problem = fields.problem();
    }
    return good;
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
    } else if (fields.chunked()) {
      state = State.SIZE;
    } else if (fields.framed()) {
      remaining = fields.length();
      state = State.FIXED;
    } else {
      fields.keepAlive(false);
      state = State.UNTIL_CLOSE;
    }
    return true;
  }

  private boolean chunkSize(byte[] in, int start, int length) {
    long size = 0;
    int digits = 0;
    for (int i = start; i < start + length; i++) {
      byte b = in[i];
      int digit = Character.digit(b, 16);
      if (digit < 0) {
        if (b == ';' || Octets.blank(b)) {
          break;
        }
        digits = 0;
        break;
      }
      digits++;
      size = size * 16 + digit;
    }
    if (digits == 0 || digits > 15) {
      malformed("a chunk's size is " + Octets.excerpt(in, start, length));
      return false;
    }
    remaining = size;
    state = size == 0 ? State.TRAILERS : State.CHUNK;
    return true;
  }

  private Progress malformed(String why) {
    problem = why;
    return Progress.MALFORMED;
  }

  /** What is wrong, in a few words. */
  String problem() {
    return problem;
  }

  /** Whether the connection may carry another request. */
  boolean keepAlive() {
    return fields.keepAlive();
  }
}
