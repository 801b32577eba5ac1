package io.sluice.engine.netty;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;

/** Takes bodies in, and lets the server send on (RFC 9113 section 5.2). */
final class Http2Intake {
  private final Http2Carrier carrier;
  private final Http2Requests requests;
  private final int maxBodyBytes;
  private final int window;
  private int unreported;

  /**
   * An intake.
   *
   * @param window bytes that the server may send before it is told of more, on the connection and
   *     on each stream
   */
  Http2Intake(Http2Carrier carrier, Http2Requests requests, int window) {
    this.carrier = carrier;
    this.requests = requests;
    this.window = window;
    maxBodyBytes = carrier.limits().maxBodyBytes();
  }

  int window() {
    return window;
  }

  /**
   * Bytes have come on some stream. Returns false if they are more than the server was let send.
   */
  boolean count(int bytes) {
    unreported += bytes;
    if (unreported > window) {
      return false;
    }
    if (unreported >= window / 2) {
      report(0, unreported);
      unreported = 0;
    }
    return true;
  }

  /** Bytes have come on a stream that goes on. Returns false if they are too many. */
  boolean count(Http2Stream stream, int bytes, boolean last) {
    stream.unreported += bytes;
    if (stream.unreported > window) {
      return false;
    }
    if (stream.unreported >= window / 2 && !last) {
      report(stream.id(), stream.unreported);
      stream.unreported = 0;
    }
    return true;
  }

  private void report(int stream, int bytes) {
    requests.out().windowUpdate(stream, bytes);
    requests.added();
  }

  /** Keeps a piece of a body that is wanted. Returns false if the body is longer than the limit. */
  boolean keep(Exchange exchange, byte[] bytes, int from, int length) {
    if (length == 0) {
      return true;
    }
    if (!exchange.keepBody()) {
      if (exchange.keepsExample()) {
        exchange.example(carrier.bodies(), bytes, from, length);
      }
      return true;
    }
    Body body = exchange.body(carrier.bodies());
    if (body.length() + (long) length > maxBodyBytes) {
      return false;
    }
    int at = body.extend(length);
    System.arraycopy(bytes, from, body.bytes(), at, length);
    return true;
  }
}
