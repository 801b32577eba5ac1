package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** Carries the bytes between a handler of TLS and a socket that blocks. Cold. */
final class TlsHandshake implements AutoCloseable {
  private static final int VERDICT_MILLIS = 1000;

  private final SslHandler handler;
  private final EmbeddedChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[16 * 1024];
  private @Nullable SocketException unsent;

  TlsHandshake(SslHandler handler, Socket socket) throws IOException {
    this.handler = handler;
    this.socket = socket;
    in = socket.getInputStream();
    out = socket.getOutputStream();
    handler.setHandshakeTimeoutMillis(0); // the socket's own time limit holds
    channel = new EmbeddedChannel(handler);
  }

  /** Shakes hands. */
  void complete() throws IOException {
    flush();
    while (!handler.handshakeFuture().isDone()) {
      if (!receive()) {
        throw unsent == null ? new ClosedChannelException() : unsent;
      }
      flush();
    }
    fail(handler.handshakeFuture().cause());
  }

  /**
   * Waits for the server's word on the client's certificate: an alert, or the end that it puts to a
   * connection that this side ends.
   */
  void awaitVerdict() throws IOException {
    socket.setSoTimeout(VERDICT_MILLIS);
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server has ended it; what it said before is still to be read.
    }
    try {
      while (receive()) {
        fail(failure());
      }
    } catch (SocketException | SocketTimeoutException e) {
      // A server that does not put an end to it has not complained either.
    }
  }

  /** The protocol that the server chose, or empty. */
  String protocol() {
    String protocol = handler.applicationProtocol();
    return protocol == null ? "" : protocol;
  }

  private boolean receive() throws IOException {
    int length = in.read(buffer);
    if (length < 0) {
      return false;
    }
    channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(buffer, 0, length));
    channel.pipeline().fireChannelReadComplete();
    channel.runPendingTasks();
    return true;
  }

  /** Sends what there is, in one piece: a server that gives up in its middle would reset it. */
  private void flush() throws IOException {
    ByteArrayOutputStream flight = new ByteArrayOutputStream();
    ByteBuf bytes = channel.readOutbound();
    while (bytes != null) {
      bytes.readBytes(flight, bytes.readableBytes());
      bytes.release();
      bytes = channel.readOutbound();
    }
    try {
      out.write(flight.toByteArray());
    } catch (SocketException e) {
      unsent = e; // the server has gone; what it said before is still to be read
    }
  }

  private @Nullable Throwable failure() {
    try {
      channel.checkException();
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  private static void fail(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause != null) {
      throw new IOException(cause);
    }
  }

  @Override
  public void close() {
    var _ = channel.close();
    channel.releaseInbound();
    channel.releaseOutbound();
  }
}
