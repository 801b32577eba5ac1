package io.sluice.k6.script.api;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.UserLoop;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of a user.
 *
 * <p>Used on the user's thread only; {@link SocketEvents} brings over what comes from the network.
 */
public final class Socket {
  private final UserState user;
  private final EventPump pump;
  private final TagSet tags;
  private final Value listener;
  private final SocketApi.Metrics metrics;
  private final long started = System.nanoTime();
  private final Map<String, Long> pings = new HashMap<>();
  private @Nullable WebSocket wire;
  private boolean closed;
  private int lastPing;

  Socket(UserState user, EventPump pump, TagSet tags, Value listener) {
    this.user = user;
    this.pump = pump;
    this.tags = tags;
    this.listener = listener;
    this.metrics = new SocketApi.Metrics(user.samples());
  }

  SocketEvents events(UserLoop loop) {
    return new SocketEvents(loop, this);
  }

  void opened(WebSocket to) {
    wire = to;
    TagSet all = status("101");
    user.samples().add(metrics.sessions, 1, all);
    user.samples().add(metrics.connecting, millis(started), all);
    listener.executeVoid("open", to.getSubprotocol(), 0);
  }

  void failed(String reason, int status) {
    if (!closed) {
      listener.executeVoid("error", reason, status);
      ended(1006, reason);
    }
  }

  void text(String message) {
    user.samples().add(metrics.received, 1, status("101"));
    listener.executeVoid("message", message, 0);
  }

  void binary(ByteBuffer message) {
    user.samples().add(metrics.received, 1, status("101"));
    listener.executeVoid("binary", message, 0);
  }

  void ping() {
    listener.executeVoid("ping", "", 0);
  }

  void pong(String id) {
    Long sentAt = pings.remove(id);
    if (sentAt != null) {
      user.samples().add(metrics.ping, millis(sentAt), status("101"));
    }
    listener.executeVoid("pong", "", 0);
  }

  void ended(int code, String reason) {
    if (closed) {
      return;
    }
    closed = true;
    pump.end();
    if (wire != null) {
      user.samples().add(metrics.duration, millis(started), status("101"));
    }
    listener.executeVoid("close", reason, code);
  }

  private TagSet status(String status) {
    return user.http().systemTags().contains("status") ? tags.with("status", status) : tags;
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }

  private WebSocket wire() {
    var to = wire;
    if (to == null || closed) {
      throw user.error("InvalidStateError: the WebSocket is not open");
    }
    return to;
  }

  boolean isClosed() {
    return closed;
  }

  /** Sends a text. */
  @HostAccess.Export
  public void send(String text) {
    SocketApi.sent(wire().sendText(text, true));
    user.samples().add(metrics.sent, 1, status("101"));
  }

  /** Sends bytes. */
  @HostAccess.Export
  public void sendBinary(Value bytes) {
    SocketApi.sent(wire().sendBinary(ByteBuffer.wrap(Bytes.of(bytes)), true));
    user.samples().add(metrics.sent, 1, status("101"));
  }

  /** Sends a ping; the time until its pong is a sample. */
  @HostAccess.Export
  public void sendPing() {
    String id = Integer.toString(++lastPing);
    pings.put(id, System.nanoTime());
    SocketApi.sent(wire().sendPing(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII))));
  }

  /**
   * Says that the session is to end; its close event comes once the peer agrees.
   *
   * @param code 1000, or 3000 to 4999
   */
  @HostAccess.Export
  public void close(int code, String reason) {
    if (wire != null && !closed && !wire.isOutputClosed()) {
      SocketApi.sent(wire.sendClose(code, reason));
    }
  }
}
