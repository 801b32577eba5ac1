package io.sluice.engine.http2;

import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.TextBuffer;
import org.jspecify.annotations.Nullable;

/** What a header block of a response says (RFC 9113 section 8.3.2). */
public final class ResponseHead implements FieldVisitor {
  /** No length was given. */
  public static final long NO_LENGTH = -1;

  private static final int LONGEST_LENGTH = 18; // digits

  private @Nullable Exchange exchange;
  private boolean trailers;
  private int status;
  private long contentLength;
  private String problem = "";

  /**
   * Begins a block.
   *
   * @param keeper takes the values that are wanted; null where the stream is gone
   * @param asTrailers whether it comes behind the body: nothing of it is kept
   */
  public void begin(@Nullable Exchange keeper, boolean asTrailers) {
    exchange = keeper;
    trailers = asTrailers;
    status = 0;
    contentLength = NO_LENGTH;
    problem = "";
  }

  @Override
  public void field(int kind, byte[] bytes, int from, int length) {
    if (FieldKinds.pseudo(kind) || (kind & FieldKinds.OF_CONNECTION) != 0) {
      unusual(kind, bytes, from, length);
      return;
    }
    if ((kind & FieldKinds.CONTENT_LENGTH) != 0) {
      contentLength(bytes, from, length);
    }
    int number = FieldKinds.number(kind);
    Exchange keeper = exchange;
    if (number >= 0 && keeper != null && status >= 200 && !trailers) {
      keep(keeper.header(number), bytes, from, length);
    }
  }

  @Override
  public boolean wantsLines() {
    Exchange keeper = exchange;
    return keeper != null && !trailers && keeper.keepsHead();
  }

  @Override
  public void line(byte[] name, int nameFrom, int nameLength, byte[] value, int from, int length) {
    Exchange keeper = exchange;
    if (keeper != null && wellFormed(value, from, length)) {
      keeper.headLine(name, nameFrom, nameLength, value, from, length);
    }
  }

  private void unusual(int kind, byte[] bytes, int from, int length) {
    if ((kind & FieldKinds.MALFORMED) != 0) {
      problem = "a header with a malformed name";
    } else if ((kind & FieldKinds.LATE) != 0) {
      problem = "a pseudo-field behind other fields";
    } else if ((kind & FieldKinds.OF_CONNECTION) != 0) {
      problem = "a header that speaks of the connection";
    } else if (trailers) {
      problem = "a pseudo-field in the trailers";
    } else {
      status(bytes, from, length);
    }
  }

  private void status(byte[] bytes, int from, int length) {
    int code = length == 3 ? (int) number(bytes, from, length) : 0;
    if (code < 100 || status != 0) {
      problem = status == 0 ? "a malformed :status" : "two :status fields";
      return;
    }
    status = code;
    Exchange keeper = exchange;
    if (keeper != null && code >= 200) {
      keeper.status(code); // behind it the exchange knows whether it keeps the header lines
    }
  }

  private void contentLength(byte[] bytes, int from, int length) {
    long value = length > 0 && length <= LONGEST_LENGTH ? number(bytes, from, length) : NO_LENGTH;
    if (value < 0 || (contentLength != NO_LENGTH && contentLength != value)) {
      problem = "content-length is malformed";
      return;
    }
    contentLength = value;
  }

  /** The first value counts. */
  private void keep(TextBuffer value, byte[] bytes, int from, int length) {
    if (value.length() > 0) {
      return;
    }
    if (!wellFormed(bytes, from, length)) {
      problem = "a header with a malformed value";
      return;
    }
    value.append(bytes, from, length);
  }

  private static boolean wellFormed(byte[] value, int from, int length) {
    for (int i = from; i < from + length; i++) {
      byte b = value[i];
      if (b == 0 || b == '\r' || b == '\n') {
        return false;
      }
    }
    return true;
  }

  private static long number(byte[] bytes, int from, int length) {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * What is wrong with the block, in a few words; empty if nothing.
   *
   * @param last whether the stream ends with it
   */
  public String problem(boolean last) {
    if (!problem.isEmpty()) {
      return problem;
    }
    if (trailers) {
      return last ? "" : "headers within the body";
    }
    if (status == 0) {
      return "a response without :status";
    }
    if (status == 101) {
      return "switched to another protocol, which HTTP/2 cannot";
    }
    return status < 200 && last ? "the stream ends with an interim response" : "";
  }

  /** The status; 0 in trailers. */
  public int status() {
    return status;
  }

  /** What content-length says, in bytes, or {@link #NO_LENGTH}. */
  public long contentLength() {
    return contentLength;
  }
}
