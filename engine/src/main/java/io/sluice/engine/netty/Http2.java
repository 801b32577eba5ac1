package io.sluice.engine.netty;

import io.sluice.engine.http2.ErrorCode;
import io.sluice.engine.http2.FrameReader;
import io.sluice.engine.http2.PeerSettings;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.Outcome;

/**
 * HTTP/2 (RFC 9113) on one connection: each exchange has a stream of its own. This is how streams
 * begin and end; what the server says in between is {@link Http2Incoming}'s.
 *
 * <pre>
 *  OPEN ── GOAWAY, or no number left ──► DRAINING ── last stream ended ──► CLOSED
 *    └────────────── a rule broken, or the connection lost ─────────────────▲
 * </pre>
 *
 * <p>It speaks first, without waiting for the server's settings. Whenever an exchange is passed on,
 * the stream is gone already: the listener may send the next one from in there.
 */
final class Http2 implements Protocol {
  private enum State {
    OPEN,
    DRAINING,
    CLOSED
  }

  /** What the server may send before it is told of more; told again when half of it has come. */
  private static final int WINDOW = 1 << 30;

  private final Http2Carrier carrier;
  private final int maxStreams;
  private final PeerSettings peer = new PeerSettings();
  private final Http2Requests requests;
  private final Http2Streams streams = new Http2Streams();
  private final Http2Resets resets = new Http2Resets();
  private final FrameReader reader;

  private State state = State.OPEN;
  private int nextStream = 1;
  private int lastStream = Integer.MAX_VALUE; // the server looks at none above it
  private boolean used;
  private long arrived; // when the bytes came that are being read

  /** Speaks on a connection that has just been opened. */
  Http2(Http2Carrier carrier) {
    this(carrier, WINDOW);
  }

  /** The same with another window, of at least 65,535 bytes. */
  Http2(Http2Carrier carrier, int window) {
    this.carrier = carrier;
    maxStreams = carrier.maxStreams();
    requests = new Http2Requests(carrier, peer);
    int maxHeaderBytes = carrier.limits().maxHeaderBytes();
    Http2Intake intake = new Http2Intake(carrier, requests, window);
    Http2Incoming incoming = new Http2Incoming(this, peer, requests, streams, intake, carrier);
    reader = new FrameReader(incoming, maxHeaderBytes);
    requests.out().preface(window, maxHeaderBytes);
    requests.added();
  }

  // ---- the wire's side

  @Override
  public boolean ready() {
    return state == State.OPEN && streams.size() < Math.min(maxStreams, peer.maxStreams());
  }

  @Override
  public int underWay() {
    return streams.size();
  }

  @Override
  public void send(Exchange exchange) {
    Http2Stream stream = streams.open(nextStream, exchange, peer.initialWindow());
    nextStream += 2;
    if (nextStream < 0) {
      state = State.DRAINING;
    }
    requests.send(stream);
  }

  @Override
  public void flush() {
    requests.flush();
  }

  @Override
  public void received(byte[] bytes, int from, int to) {
    if (state == State.CLOSED) {
      return;
    }
    arrived = carrier.now();
    if (!reader.read(bytes, from, to)) {
      fail(reader.error(), reader.problem());
    }
  }

  @Override
  public void cancel(Exchange exchange) {
    Http2Stream stream = streams.of(exchange);
    if (stream == null) {
      return;
    }
    if (state == State.CLOSED) {
      close(stream);
    } else {
      reset(stream, ErrorCode.CANCEL);
      shutIfDrained();
    }
  }

  @Override
  public void lost(String how, boolean inOrder) {
    state = State.CLOSED;
    reader.stop();
    arrived = carrier.now();
    for (Http2Stream stream : streams.all()) {
      if (stream.open()) { // else it was cancelled when one before it failed
        lost(stream, how);
      }
    }
  }

  private void lost(Http2Stream stream, String how) {
    Exchange exchange = stream.exchange;
    long received = stream.received();
    close(stream);
    if (received > 0) {
      fail(exchange, Outcome.RESET, how + " after " + received + " bytes of the response");
    } else if (used && exchange.idempotent()) {
      carrier.retry(exchange); // a kept connection that the server had given up
    } else {
      fail(exchange, Outcome.RESET, how + " before the response");
    }
  }

  // ---- the end of a stream

  /** When the bytes came that are being read. */
  long arrived() {
    return arrived;
  }

  /** The response is complete. */
  void complete(Http2Stream stream) {
    Exchange exchange = stream.exchange;
    if (stream.heldBack()) {
      reset(stream, ErrorCode.CANCEL); // the server has answered without the rest of the body
    } else {
      close(stream);
    }
    used = true;
    shutIfDrained();
    exchange.complete(arrived);
    carrier.finish(exchange);
  }

  /**
   * The response is none (RFC 9113 section 8.1.1).
   *
   * @param ended whether the server has ended the stream
   */
  void malformed(Http2Stream stream, String problem, boolean ended) {
    if (ended && !stream.heldBack()) { // it has ended on both sides: there is nothing to reset
      Exchange exchange = stream.exchange;
      close(stream);
      shutIfDrained();
      fail(exchange, Outcome.PROTOCOL_ERROR, problem);
    } else {
      fail(stream, ErrorCode.PROTOCOL_ERROR, problem);
    }
  }

  /** We end the stream before its time. */
  void fail(Http2Stream stream, ErrorCode code, String why) {
    Exchange exchange = stream.exchange;
    reset(stream, code);
    shutIfDrained();
    fail(exchange, Outcome.PROTOCOL_ERROR, why);
  }

  /** The server has ended the stream before its time. */
  void resetByServer(Http2Stream stream, int code) {
    resets.add(stream.id());
    boolean refused = code == ErrorCode.REFUSED_STREAM.code();
    giveUp(stream, refused, "stream reset: " + ErrorCode.name(code));
  }

  /** The server gives a stream up; where it has not looked at it, it is sent again. */
  private void giveUp(Http2Stream stream, boolean unseen, String why) {
    Exchange exchange = stream.exchange;
    boolean again = unseen && stream.received() == 0;
    close(stream);
    shutIfDrained();
    if (again) {
      carrier.retry(exchange); // whatever its method is: RFC 9113 section 8.7
    } else {
      fail(exchange, Outcome.RESET, why);
    }
  }

  private void fail(Exchange exchange, Outcome outcome, String why) {
    exchange.fail(outcome, why, arrived);
    carrier.finish(exchange);
  }

  private void close(Http2Stream stream) {
    requests.abandon(stream);
    streams.close(stream);
  }

  private void reset(Http2Stream stream, ErrorCode code) {
    int id = stream.id();
    close(stream);
    resets.add(id);
    requests.out().reset(id, code);
    requests.added();
  }

  // ---- rules for streams that are not under way; a broken one ends the connection

  /** Whether a frame of a response may still come on a stream that has ended. */
  boolean mayBeLate(int id, String frame) {
    if (!opened(id, frame)) {
      return false;
    }
    if (id > lastStream || resets.contains(id)) {
      return true;
    }
    fail(ErrorCode.STREAM_CLOSED, frame + " on a stream that has ended");
    return false;
  }

  /** Whether the stream was ever opened. */
  boolean opened(int id, String frame) {
    if ((id & 1) == 1 && (nextStream < 0 || id < nextStream)) {
      return true;
    }
    fail(ErrorCode.PROTOCOL_ERROR, frame + " on a stream that nobody opened");
    return false;
  }

  // ---- the end of the connection

  /** The server takes no new streams, and looks at none above the last one. */
  void goAway(int last, int code) {
    lastStream = Math.min(lastStream, last);
    state = State.DRAINING;
    String why = "connection going away: " + ErrorCode.name(code);
    for (Http2Stream stream : streams.all()) {
      if (stream.id() > lastStream) {
        giveUp(stream, true, why);
      }
    }
    shutIfDrained();
  }

  private void shutIfDrained() {
    if (state == State.DRAINING && streams.size() == 0) {
      end(ErrorCode.NO_ERROR, "");
    }
  }

  /** A rule of the connection is broken: it ends, and with it every exchange on it. */
  void fail(ErrorCode code, String why) {
    end(code, why);
    String detail = "HTTP/2 connection error " + code + ": " + why;
    for (Http2Stream stream : streams.all()) {
      if (stream.open()) { // else it was cancelled when one before it failed
        Exchange exchange = stream.exchange;
        close(stream);
        fail(exchange, Outcome.PROTOCOL_ERROR, detail);
      }
    }
  }

  private void end(ErrorCode code, String why) {
    state = State.CLOSED;
    reader.stop();
    requests.out().goAway(code, why);
    requests.flush();
    carrier.shut();
  }
}
