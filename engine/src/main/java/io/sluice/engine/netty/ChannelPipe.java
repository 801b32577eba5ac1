package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A connection on a channel of Netty's: for TLS, and for what is not epoll. */
final class ChannelPipe extends ChannelInboundHandlerAdapter implements Pipe {
  private final PipeBuffers buffers;
  private final PipeListener listener;
  private final @Nullable SslHandler tls;
  private @Nullable Channel channel;
  private boolean closed;

  ChannelPipe(PipeBuffers buffers, PipeListener listener, @Nullable SslHandler tls) {
    this.buffers = buffers;
    this.listener = listener;
    this.tls = tls;
  }

  void attach(Channel opening) {
    channel = opening;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (!closed) {
      listener.connected();
      if (tls == null) {
        listener.opened("");
      }
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake && !closed) {
      if (handshake.isSuccess()) {
        String protocol = tls == null ? null : tls.applicationProtocol();
        listener.opened(protocol == null ? "" : protocol);
      } else {
        lost(handshake.cause());
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      while (in.isReadable() && !closed) {
        int length = Math.min(in.readableBytes(), buffers.received.length);
        in.readBytes(buffers.received, 0, length);
        listener.received(buffers.received, 0, length);
      }
    } finally {
      in.release();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    lost(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    lost(cause);
  }

  /** It did not connect, or is not connected any more. */
  void lost(@Nullable Throwable cause) {
    if (!closed) {
      close();
      listener.closed(cause);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    Channel open = channel;
    if (open == null) {
      throw new IllegalStateException("a pipe is written to before it is open");
    }
    ByteBuf out = open.alloc().ioBuffer(length);
    out.writeBytes(bytes, from, length);
    var _ = open.writeAndFlush(out, open.voidPromise());
    ChannelOutboundBuffer kept = open.unsafe().outboundBuffer();
    long unsent = kept == null ? 0 : Math.min(length, kept.totalPendingWriteBytes());
    if (unsent > 0) {
      buffers.notTaken(unsent);
    }
  }

  @Override
  public @Nullable SSLSession session() {
    return tls == null ? null : tls.engine().getSession();
  }

  @Override
  public void close() {
    closed = true;
    if (channel != null) {
      var _ = channel.close();
    }
  }
}
