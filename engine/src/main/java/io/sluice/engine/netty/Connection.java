package io.sluice.engine.netty;

import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Link;
import io.sluice.engine.wire.Remote;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a target, from its opening to its end: how it fails to open, which version of
 * HTTP it speaks, and whom it belongs to.
 *
 * <pre>
 *  CONNECTING ─► HANDSHAKING ─► OPEN ─► CLOSED
 *      └──────────────┴───────────────────▲
 * </pre>
 */
final class Connection implements Link, PipeListener, Http2Carrier {
  private static final String HTTP_2 = "h2";

  private enum State {
    CONNECTING,
    HANDSHAKING,
    OPEN,
    CLOSED
  }

  private final NettyWire wire;
  private final Origin origin;
  private final Connections owner;
  private final long openedAt;
  private State state = State.CONNECTING;
  private @Nullable Pipe pipe;
  private @Nullable InetSocketAddress address;
  private @Nullable Remote remote;
  private @Nullable Protocol protocol;
  private long connectedAt;
  private long idleSince;
  private boolean flushes;

  /** Where it stands in the wire's list of connections. */
  int position;

  /** Whether it stands in a pool's list of those that are ready. */
  boolean listed;

  /** The exchange that it is opened for, if it is for one. */
  @Nullable Exchange first;

  Connection(NettyWire wire, Origin origin, Connections owner, @Nullable Exchange first) {
    this.wire = wire;
    this.origin = origin;
    this.owner = owner;
    this.first = first;
    openedAt = wire.now();
  }

  void attach(Pipe opening, InetSocketAddress to) {
    pipe = opening;
    address = to;
  }

  // ---- opening

  @Override
  public void connected() {
    state = State.HANDSHAKING;
    connectedAt = wire.now();
  }

  @Override
  public void opened(String agreed) {
    HttpVersion wanted = wire.network().http();
    if (wanted == HttpVersion.HTTP_2 && origin.target().secure() && !agreed.equals(HTTP_2)) {
      failToOpen(Outcome.PROTOCOL_ERROR, origin.target() + " does not offer HTTP/2");
      return;
    }
    boolean two = origin.target().secure() ? agreed.equals(HTTP_2) : wanted == HttpVersion.HTTP_2;
    state = State.OPEN;
    protocol = two ? new Http2(this) : new Http1(this);
    idleSince = wire.now();
    wire.events().connected(idleSince - openedAt);
    Exchange waiting = first;
    if (waiting != null) {
      boolean secure = origin.target().secure();
      waiting.opened(connectedAt - openedAt, secure ? idleSince - connectedAt : Exchange.UNSET);
    }
    owner.opened(this);
  }

  /** The time to open it is over. */
  void openTimedOut() {
    if (state == State.CONNECTING) {
      failToOpen(
          Outcome.CONNECT_FAILED,
          "no connection within the connect timeout (" + origin.target() + ")");
    } else if (state == State.HANDSHAKING) {
      failToOpen(Outcome.TLS_FAILED, "no TLS within the connect timeout (" + origin.target() + ")");
    }
  }

  private void failToOpen(Outcome outcome, String why) {
    shut();
    owner.failed(this, outcome, why);
  }

  @Override
  public void closed(@Nullable Throwable cause) {
    switch (state) {
      case CONNECTING -> failToOpen(Outcome.CONNECT_FAILED, whyNoConnection(cause));
      case HANDSHAKING ->
          failToOpen(
              Outcome.TLS_FAILED,
              cause == null
                  ? "connection closed while connecting to " + origin.target()
                  : Tls.reason(cause));
      case OPEN -> lost(cause);
      case CLOSED -> {}
    }
  }

  private String whyNoConnection(@Nullable Throwable cause) {
    if (cause == null) {
      return "connection closed while connecting to " + origin.target();
    }
    boolean refused = cause instanceof ConnectException && lower(cause).contains("refused");
    return (refused ? "connection refused" : "no connection: " + message(cause))
        + " ("
        + origin.target()
        + ")";
  }

  // ---- open

  private Protocol spoken() {
    if (protocol == null) {
      throw new IllegalStateException("the connection is not open");
    }
    return protocol;
  }

  /** Whether it can take another request now. */
  boolean ready() {
    return state == State.OPEN && spoken().ready();
  }

  /** Whether it is open, or is being opened. */
  boolean alive() {
    return state != State.CLOSED;
  }

  /** Whether it is not open yet, and may still be. */
  boolean opening() {
    return state == State.CONNECTING || state == State.HANDSHAKING;
  }

  /** When its opening began. */
  long openedAt() {
    return openedAt;
  }

  /** Whether nobody has used it since then. */
  boolean idleSince(long nanos) {
    return state == State.OPEN && idleSince <= nanos && spoken().underWay() == 0;
  }

  /** Sends a request. It is {@link #ready()}. */
  void send(Exchange exchange) {
    spoken().send(exchange);
  }

  @Override
  public void received(byte[] bytes, int from, int to) {
    spoken().received(bytes, from, to);
  }

  private void lost(@Nullable Throwable cause) {
    String how = how(cause);
    shut();
    spoken().lost(how, cause == null);
    owner.settled();
  }

  private static String how(@Nullable Throwable cause) {
    if (cause == null) {
      return "connection closed";
    }
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SSLException) { // TLS 1.3 tells of a refused certificate afterwards
        return Tls.reason(cause);
      }
    }
    return lower(cause).contains("reset") ? "connection reset" : message(cause);
  }

  /** Takes an exchange off it: the one under way, or the one that it is opened for. */
  void cancel(Exchange exchange) {
    if (state == State.OPEN) {
      spoken().cancel(exchange);
    } else {
      first = null;
      shut();
    }
  }

  @Override
  public void close() {
    if (state != State.OPEN || spoken().underWay() == 0) {
      shut();
    }
  }

  @Override
  public @Nullable Remote remote() {
    if (remote == null && protocol != null && pipe != null && address != null) {
      SSLSession session = pipe.session();
      remote =
          new Remote(
              address,
              protocol instanceof Http2 ? "HTTP/2.0" : "HTTP/1.1",
              session == null ? "" : session.getProtocol(),
              session == null ? "" : session.getCipherSuite());
    }
    return remote;
  }

  // ---- for its protocol

  /** Sends bytes, which are copied. */
  @Override
  public void write(byte[] bytes, int from, int length) {
    if (pipe != null && state == State.OPEN) {
      pipe.write(bytes, from, length);
    }
  }

  /** Has {@link Protocol#flush()} called before the loop waits. */
  @Override
  public void flushLater() {
    if (!flushes) {
      flushes = true;
      wire.flushLater(this);
    }
  }

  void flush() {
    flushes = false;
    if (state == State.OPEN) {
      spoken().flush();
    }
  }

  /** An exchange has ended: {@code complete} or {@code fail} was called. */
  @Override
  public void finish(Exchange exchange) {
    idleSince = exchange.done();
    owner.ended(this, exchange);
    wire.finish(exchange);
  }

  /** Sends an exchange again, elsewhere. */
  @Override
  public void retry(Exchange exchange) {
    wire.events().retried();
    owner.again(exchange);
  }

  /** Closes it. */
  @Override
  public void shut() {
    if (state == State.CLOSED) {
      return;
    }
    boolean wasOpen = state == State.OPEN;
    state = State.CLOSED;
    if (pipe != null) {
      pipe.close();
    }
    wire.closed(this);
    if (wasOpen) {
      owner.closed();
    }
  }

  @Override
  public long now() {
    return wire.now();
  }

  @Override
  public BodyPool bodies() {
    return wire.bodies();
  }

  @Override
  public Limits limits() {
    return wire.limits();
  }

  @Override
  public WantedHeaders wantedHeaders() {
    return wire.wantedHeaders();
  }

  /** Most requests at a time that the plan wants on it. */
  @Override
  public int maxStreams() {
    return owner.maxStreams();
  }

  /** Where requests are written to before they are sent: the wire's, used by one at a time. */
  TextBuffer scratch() {
    return wire.scratch();
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String lower(Throwable cause) {
    return message(cause).toLowerCase(Locale.ROOT);
  }
}
