package io.sluice.engine.netty;

import io.sluice.engine.http2.ResponseHead;
import io.sluice.engine.wire.Exchange;
import java.util.Arrays;

/** One exchange on its stream; used again for later ones. */
final class Http2Stream {
  private static final int LARGE = 256 * 1024;
  private static final byte[] NOTHING = new byte[0];

  private int id;
  Exchange exchange;

  // ---- the request

  /** Bytes of body that the server still takes; below 0 after it has lowered the window. */
  long window;

  private long writtenAt;
  private long queued;

  /** The part of the body that a window holds back. */
  private byte[] rest = NOTHING;

  private int restFrom;
  private int restTo;

  // ---- the response

  private int status;
  private long contentLength;
  private long bodyBytes;

  /** Bytes of the stream's frames. */
  private long received;

  /** Bytes taken since the server was last told of more room. */
  int unreported;

  Http2Stream(Exchange exchange) {
    this.exchange = exchange;
  }

  void begin(int newId, Exchange newExchange, long newWindow) {
    id = newId;
    exchange = newExchange;
    window = newWindow;
    writtenAt = Exchange.UNSET;
    queued = 0;
    restFrom = 0;
    restTo = 0;
    status = 0;
    contentLength = ResponseHead.NO_LENGTH;
    bodyBytes = 0;
    received = 0;
    unreported = 0;
  }

  /** The stream is gone. */
  void end() {
    id = 0;
    queued = 0;
    restTo = restFrom;
    if (rest.length > LARGE) {
      rest = NOTHING;
    }
  }

  /** Its number; 0 while it is not under way. */
  int id() {
    return id;
  }

  /** Whether it is under way. */
  boolean open() {
    return id != 0;
  }

  /** So many bytes of the request wait to be sent. */
  void queue(long bytes) {
    queued += bytes;
  }

  /** The bytes that wait are handed to the socket. The first ones of a request date it. */
  void written(long now) {
    if (queued > 0) {
      if (writtenAt == Exchange.UNSET) {
        writtenAt = now;
      }
      exchange.written(writtenAt, queued);
      queued = 0;
    }
  }

  // ---- a body that is held back

  void holdBack(byte[] body, int from, int to) {
    restFrom = 0;
    restTo = to - from;
    if (rest.length < restTo) {
      rest = Arrays.copyOf(NOTHING, restTo);
    }
    System.arraycopy(body, from, rest, 0, restTo);
  }

  boolean heldBack() {
    return restFrom < restTo;
  }

  byte[] rest() {
    return rest;
  }

  int restFrom() {
    return restFrom;
  }

  int restTo() {
    return restTo;
  }

  void sentTo(int at) {
    restFrom = at;
  }

  // ---- the response

  /**
   * Takes a header block.
   *
   * @param last whether the stream ends with it
   * @return what is wrong with it; empty if nothing
   */
  String headers(ResponseHead head, boolean last) {
    String problem = head.problem(last);
    if (problem.isEmpty() && !answered() && head.status() >= 200) {
      status = head.status();
      contentLength = head.contentLength();
      exchange.status(status);
    }
    return problem.isEmpty() && last ? bodyProblem(true) : problem;
  }

  /** Bytes of the stream's frames have come. */
  void received(long at, int bytes) {
    received += bytes;
    exchange.received(at, bytes);
  }

  /** How many bytes of its frames have come. */
  long received() {
    return received;
  }

  /** Whether the final status has come. */
  boolean answered() {
    return status != 0;
  }

  /**
   * Takes a piece of the body.
   *
   * @param last whether the stream ends with it
   * @return what is wrong with it; empty if nothing
   */
  String body(int length, boolean last) {
    bodyBytes += length;
    return answered() ? bodyProblem(last) : "a body before the headers";
  }

  /** RFC 9110 section 6.4.1, RFC 9113 section 8.1.1. */
  private String bodyProblem(boolean atEnd) {
    if (exchange.head() || status == 204 || status == 304) {
      return bodyBytes == 0 ? "" : "a body where there can be none";
    }
    boolean good =
        contentLength == ResponseHead.NO_LENGTH
            || (atEnd ? bodyBytes == contentLength : bodyBytes <= contentLength);
    return good ? "" : "a body of another length than content-length says";
  }
}
