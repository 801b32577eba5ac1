package io.sluice.k6.script.api;

import io.sluice.k6.script.port.UserLoop;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings a socket's events from the network's threads to its user's: it puts messages together, and
 * posts them.
 */
final class SocketEvents implements WebSocket.Listener {
  private final UserLoop loop;
  private final Socket socket;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  SocketEvents(UserLoop loop, Socket socket) {
    this.loop = loop;
    this.socket = socket;
  }

  void connected(@Nullable WebSocket opened, @Nullable Throwable failure) {
    if (opened == null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      int status =
          cause instanceof WebSocketHandshakeException e ? e.getResponse().statusCode() : 0;
      String reason =
          status == 0 ? SocketApi.text(failure) : "websocket: bad handshake, status " + status;
      loop.post(() -> socket.failed(reason, status));
    }
  }

  @Override
  public void onOpen(WebSocket wire) {
    loop.post(() -> socket.opened(wire));
    wire.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket wire, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      loop.post(() -> socket.text(message));
    }
    wire.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket wire, ByteBuffer data, boolean last) {
    while (data.hasRemaining()) {
      bytes.write(data.get());
    }
    if (last) {
      var message = ByteBuffer.wrap(bytes.toByteArray());
      bytes.reset();
      loop.post(() -> socket.binary(message));
    }
    wire.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket wire, ByteBuffer message) {
    loop.post(socket::ping);
    wire.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket wire, ByteBuffer message) {
    String id = StandardCharsets.US_ASCII.decode(message).toString();
    loop.post(() -> socket.pong(id));
    wire.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket wire, int code, String reason) {
    loop.post(() -> socket.ended(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket wire, Throwable error) {
    String reason = SocketApi.text(error);
    loop.post(() -> socket.failed(reason, 0));
  }
}
