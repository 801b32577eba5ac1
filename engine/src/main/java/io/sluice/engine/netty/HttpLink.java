package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Link;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one exchange at a time.
 *
 * <pre>
 *  CONNECTING ─► IDLE ⇄ BUSY ─► CLOSED
 *      └──────────┴───────────────▲
 * </pre>
 */
final class HttpLink extends ChannelInboundHandlerAdapter implements Link, ResponseParser.Sink {
  private enum State {
    CONNECTING,
    IDLE,
    BUSY,
    CLOSED
  }

  private final NettyWire wire;
  private final Origin origin;
  private final ResponseParser parser;
  private final long openedAt;
  private State state = State.CONNECTING;
  private @Nullable Channel channel;
  private @Nullable Exchange exchange;
  private @Nullable ByteBuf rest;
  private boolean used;
  private boolean answering; // a byte of this answer has come; there may have been redirects before

  HttpLink(NettyWire wire, Origin origin, Exchange first) {
    this.wire = wire;
    this.origin = origin;
    exchange = first;
    parser = new ResponseParser(wire.wantedHeaders(), wire.limits().maxHeaderBytes(), this);
    openedAt = wire.now();
  }

  /** Whether it can carry a request now. */
  boolean usable() {
    return state == State.IDLE;
  }

  void attach(Channel opened) {
    channel = opened;
  }

  // ---- opening

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (!origin.target().secure()) {
      opened();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        opened();
      } else {
        failToOpen(Outcome.TLS_FAILED, Tls.reason(handshake.cause()));
      }
    }
  }

  private void opened() {
    if (state != State.CONNECTING) {
      return;
    }
    state = State.IDLE;
    wire.events().connected(wire.now() - openedAt);
    Exchange first = exchange;
    if (first == null) {
      close();
    } else {
      send(first);
    }
  }

  /** No connection came about. */
  void connectFailed(Throwable cause) {
    String why =
        switch (cause) {
          case ConnectTimeoutException _ -> "no connection within the connect timeout";
          case ConnectException e when lower(e).contains("refused") -> "connection refused";
          default -> "no connection: " + message(cause);
        };
    failToOpen(Outcome.CONNECT_FAILED, why + " (" + origin.target() + ")");
  }

  private void failToOpen(Outcome outcome, String why) {
    if (state != State.CONNECTING) {
      return;
    }
    Exchange waiting = exchange;
    shut();
    if (waiting != null) {
      waiting.fail(outcome, why, wire.now());
      wire.finish(waiting);
    }
  }

  // ---- one exchange

  /** Writes the exchange's request. The link is usable. */
  void send(Exchange next) {
    Channel open = channel;
    if (open == null) {
      throw new IllegalStateException("a link is written to before it is open");
    }
    exchange = next;
    state = State.BUSY;
    answering = false;
    parser.reset(next.head());
    ByteBuf request = open.alloc().ioBuffer(512);
    next.write(wire.sink().into(request));
    next.written(wire.now(), request.readableBytes());
    var _ = open.writeAndFlush(request, open.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    Exchange current = exchange;
    if (current == null || state != State.BUSY) {
      in.release(); // bytes that nobody asked for: the next response could not be told from them
      close();
      return;
    }
    long now = wire.now();
    answering = true;
    current.received(now, in.readableBytes());
    ByteBuf all = rest == null ? in : join(rest, in);
    rest = null;
    ResponseParser.Progress progress = parser.parse(all);
    if (progress == ResponseParser.Progress.INCOMPLETE && all.isReadable()) {
      rest = all;
      return;
    }
    boolean more = all.isReadable();
    all.release();
    switch (progress) {
      case INCOMPLETE -> {}
      case COMPLETE -> complete(current, now, more);
      case MALFORMED -> fail(current, Outcome.PROTOCOL_ERROR, parser.problem(), now);
    }
  }

  private ByteBuf join(ByteBuf first, ByteBuf second) {
    ByteBuf all = first;
    if (all.writableBytes() < second.readableBytes()) {
      all = second.alloc().ioBuffer(2 * (first.readableBytes() + second.readableBytes()));
      all.writeBytes(first);
      first.release();
    }
    all.writeBytes(second);
    second.release();
    return all;
  }

  private void complete(Exchange done, long now, boolean bytesBehind) {
    exchange = null;
    used = true;
    if (done.outcome() != Outcome.OK) {
      shut();
      done.fail(done.outcome(), done.detail(), now);
    } else {
      state = State.IDLE;
      if (!parser.keepAlive() || bytesBehind) {
        shut();
      }
      done.complete(now);
    }
    wire.finish(done);
  }

  private void fail(Exchange failed, Outcome outcome, String why, long now) {
    exchange = null;
    shut();
    failed.fail(outcome, why, now);
    wire.finish(failed);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    lost("connection closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (state == State.CONNECTING) {
      if (origin.target().secure()) {
        failToOpen(Outcome.TLS_FAILED, Tls.reason(cause));
      } else {
        connectFailed(cause);
      }
      return;
    }
    lost(lower(cause).contains("reset") ? "connection reset" : message(cause));
  }

  private void lost(String how) {
    Exchange current = exchange;
    State before = state;
    if (before == State.CONNECTING) {
      Outcome outcome = origin.target().secure() ? Outcome.TLS_FAILED : Outcome.CONNECT_FAILED;
      failToOpen(outcome, how + " while connecting to " + origin.target());
      return;
    }
    exchange = null;
    shut();
    if (current == null || before != State.BUSY) {
      return;
    }
    long now = wire.now();
    if (!answering && used && current.idempotent()) {
      wire.events()
          .retried(); // a kept-alive connection that the server had given up (RFC 9112, 9.3.1)
      current.link(current.target(), null);
      wire.sendOnFresh(current);
    } else if (parser.closed() == ResponseParser.Progress.COMPLETE && how.endsWith("closed")) {
      current.complete(now);
      wire.finish(current);
    } else {
      String when =
          answering
              ? " after " + current.received() + " bytes of the response"
              : " before the response";
      current.fail(Outcome.RESET, how + when, now);
      wire.finish(current);
    }
  }

  /** Takes the exchange off; the connection cannot be used again. */
  void cancel() {
    exchange = null;
    shut();
  }

  @Override
  public void close() {
    if (exchange == null) {
      shut();
    }
  }

  private void shut() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    if (rest != null) {
      rest.release();
      rest = null;
    }
    if (channel != null) {
      var _ = channel.close();
    }
    wire.closed();
  }

  // ---- the parser's sink

  @Override
  public void status(int code) {
    if (exchange != null) {
      exchange.status(code);
    }
  }

  @Override
  public TextBuffer header(int number) {
    if (exchange == null) {
      throw new IllegalStateException("a response without an exchange");
    }
    return exchange.header(number);
  }

  @Override
  public void body(ByteBuf source, int from, int length) {
    Exchange current = exchange;
    if (current == null || !current.keepBody() || current.outcome() != Outcome.OK) {
      return;
    }
    var body = current.body(wire.bodies());
    if (body.length() + (long) length > wire.limits().maxBodyBytes()) {
      current.reject(
          Outcome.PROTOCOL_ERROR, "a body of more than " + wire.limits().maxBodyBytes() + " bytes");
      return;
    }
    int at = body.extend(length);
    source.getBytes(from, body.bytes(), at, length);
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String lower(Throwable cause) {
    return message(cause).toLowerCase(java.util.Locale.ROOT);
  }
}
