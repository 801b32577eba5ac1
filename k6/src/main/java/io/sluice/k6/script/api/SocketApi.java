package io.sluice.k6.script.api;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.MetricType;
import io.sluice.k6.script.port.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of {@code k6/ws} and {@code k6/websockets}: connections, whose events run in the
 * user's turn.
 */
public final class SocketApi {
  private final UserState user;
  private final EventPump pump;
  private final HttpClient client;

  /** The modules for one user. */
  public SocketApi(UserState user, EventPump pump, HttpClient client) {
    this.user = user;
    this.pump = pump;
    this.client = client;
  }

  /**
   * Opens a connection.
   *
   * @param headers name, value, … each ended by a NUL character
   * @param protocols sub-protocols, separated by commas; may be empty
   * @param tags as {@link TagText} reads them
   * @param listener is called with the kind of an event ({@code open}, {@code message}, {@code
   *     binary}, {@code ping}, {@code pong}, {@code close}, {@code error}), its content and, of
   *     {@code close}, the code
   */
  @HostAccess.Export
  public Socket open(
      String url,
      String headers,
      String protocols,
      String tags,
      double timeoutMillis,
      Value listener) {
    if (user.stage() == Stage.INIT) {
      throw user.error("using WebSockets in the init context is not supported");
    }
    URI uri = address(url);
    TagSet all = user.tags();
    if (user.http().systemTags().contains("url")) {
      all = all.with("url", url);
    }
    if (user.http().systemTags().contains("name")) {
      all = all.with("name", url);
    }
    var socket = new Socket(user, pump, user.tagsAnd(all, tags), listener);
    var builder =
        client.newWebSocketBuilder().connectTimeout(Duration.ofNanos((long) (timeoutMillis * 1e6)));
    String[] pairs = headers.split("\0", -1);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      builder.header(pairs[i], pairs[i + 1]);
    }
    if (!user.http().userAgent().isEmpty()
        && !headers.toLowerCase(Locale.ROOT).contains("user-agent\0")) {
      builder.header("User-Agent", user.http().userAgent());
    }
    if (!protocols.isEmpty()) {
      String[] names = protocols.split(",", -1);
      builder.subprotocols(names[0], Arrays.copyOfRange(names, 1, names.length));
    }
    pump.begin();
    var events = socket.events(user.loop());
    var _ =
        builder
            .buildAsync(uri, events)
            .whenComplete((opened, failure) -> events.connected(opened, failure));
    return socket;
  }

  private URI address(String url) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() != null
          && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw user.error("invalid WebSocket URL \"" + url + "\": expected ws://… or wss://…");
  }

  /** Runs events of the user until a socket is closed. */
  @HostAccess.Export
  public void await(Socket socket) {
    while (!socket.isClosed()) {
      pump.turn();
    }
  }

  /** Numbers of the metrics of sockets. */
  static final class Metrics {
    final int sessions;
    final int sent;
    final int received;
    final int ping;
    final int duration;
    final int connecting;

    Metrics(Samples samples) {
      sessions = samples.define("ws_sessions", MetricType.COUNTER, false);
      sent = samples.define("ws_msgs_sent", MetricType.COUNTER, false);
      received = samples.define("ws_msgs_received", MetricType.COUNTER, false);
      ping = samples.define("ws_ping", MetricType.TREND, true);
      duration = samples.define("ws_session_duration", MetricType.TREND, true);
      connecting = samples.define("ws_connecting", MetricType.TREND, true);
    }
  }

  /** The text of a failure, without the names of our classes. */
  static String text(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null || cause.getMessage() == null ? "connection failed" : cause.getMessage();
  }

  /** Sends, and forgets who is told: the session's own events say what became of it. */
  static void sent(CompletableFuture<WebSocket> sending) {
    var _ = sending.exceptionally(failure -> null);
  }
}
