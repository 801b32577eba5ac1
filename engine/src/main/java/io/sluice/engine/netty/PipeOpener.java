package io.sluice.engine.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ManualIoEventLoop;
import io.netty.handler.ssl.SslHandler;
import io.sluice.model.plan.Network;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens pipes on one loop. Belongs to the loop's thread. */
final class PipeOpener {
  private final ManualIoEventLoop loop;
  private final Sockets sockets;
  private final PipeBuffers buffers;
  private final Network.SocketOptions options;
  private final List<InetAddress> sources;
  private final @Nullable Tls tls;
  private int nextSource;

  PipeOpener(
      ManualIoEventLoop loop,
      Sockets sockets,
      PipeBuffers buffers,
      Network.SocketOptions options,
      List<InetAddress> sources,
      @Nullable Tls tls) {
    this.loop = loop;
    this.sockets = sockets;
    this.buffers = buffers;
    this.options = options;
    this.sources = sources;
    this.tls = tls;
  }

  /**
   * Begins to connect. The listener is not called from within.
   *
   * @param from the local address, or null for the next one of the plan's
   */
  Pipe open(
      Origin origin, InetSocketAddress to, @Nullable InetAddress from, PipeListener listener) {
    InetAddress source = from == null ? sourceFor(to) : from;
    if (source != null
        && source instanceof Inet4Address != to.getAddress() instanceof Inet4Address) {
      buffers.later(() -> listener.closed(new SocketException(mixed(source, to))));
      return NO_PIPE;
    }
    if (origin.target().secure() || !sockets.direct()) {
      return openChannel(origin, to, source, listener);
    }
    try {
      return EpollPipe.open(loop, buffers, options, to, source, listener);
    } catch (IOException e) {
      buffers.later(() -> listener.closed(e));
      return NO_PIPE;
    }
  }

  private static String mixed(InetAddress source, InetSocketAddress to) {
    return "%s cannot be reached from %s: one is IPv4, the other IPv6"
        .formatted(to.getAddress().getHostAddress(), source.getHostAddress());
  }

  private Pipe openChannel(
      Origin origin, InetSocketAddress to, @Nullable InetAddress source, PipeListener listener) {
    SslHandler encryption = origin.target().secure() ? encryption(origin) : null;
    ChannelPipe pipe = new ChannelPipe(buffers, listener, encryption);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(sockets.channels())
            .option(ChannelOption.TCP_NODELAY, options.noDelay())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // the wire watches
            .handler(new Pipeline(encryption, pipe));
    if (options.sendBuffer() > 0) {
      bootstrap.option(ChannelOption.SO_SNDBUF, options.sendBuffer());
    }
    if (options.receiveBuffer() > 0) {
      bootstrap.option(ChannelOption.SO_RCVBUF, options.receiveBuffer());
    }
    if (source != null) {
      sockets.lateBinding(bootstrap);
    }
    ChannelFuture connecting =
        source == null
            ? bootstrap.connect(to)
            : bootstrap.connect(to, new InetSocketAddress(source, 0));
    pipe.attach(connecting.channel());
    connecting.addListener(
        outcome -> {
          if (!outcome.isSuccess()) {
            buffers.later(() -> pipe.lost(outcome.cause()));
          }
        });
    return pipe;
  }

  private SslHandler encryption(Origin origin) {
    Tls own = origin.tls() == null ? tls : origin.tls();
    if (own == null) {
      throw new IllegalStateException("a secure target without TLS");
    }
    SslHandler handler = own.handlerFor(origin.target(), io.netty.buffer.ByteBufAllocator.DEFAULT);
    handler.setHandshakeTimeoutMillis(0); // the wire watches
    return handler;
  }

  /** The next local address of the same family; null for the system's choice. */
  private @Nullable InetAddress sourceFor(InetSocketAddress to) {
    boolean v4 = to.getAddress() instanceof Inet4Address;
    for (int i = 0; i < sources.size(); i++) {
      InetAddress source = sources.get(nextSource);
      nextSource = (nextSource + 1) % sources.size();
      if (source instanceof Inet4Address == v4) {
        return source;
      }
    }
    return null;
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final @Nullable SslHandler tls;
    private final ChannelPipe pipe;

    Pipeline(@Nullable SslHandler tls, ChannelPipe pipe) {
      this.tls = tls;
      this.pipe = pipe;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (tls != null) {
        channel.pipeline().addLast(tls);
      }
      channel.pipeline().addLast(pipe);
    }
  }

  /** What could not even begin. */
  private static final Pipe NO_PIPE =
      new Pipe() {
        @Override
        public void write(byte[] bytes, int from, int length) {
          throw new IllegalStateException("a pipe is written to before it is open");
        }

        @Override
        public void close() {}
      };
}
