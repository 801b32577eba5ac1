package io.sluice.k6.script;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.sluice.storefront.DemoCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The {@link FakeServer} behind sockets of the loopback address: HTTP/1.1 in clear text, HTTP/2 and
 * HTTP/1.1 by TLS with a good certificate and with bad ones, and a port where nobody listens.
 */
final class WireServer implements AutoCloseable {
  /** Whoever trusts its signer trusts it. */
  private final DemoCertificate good = DemoCertificate.issued("shop.test", "other.test");

  private final DemoCertificate misnamed = DemoCertificate.issued("elsewhere.test");
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final AtomicInteger requests = new AtomicInteger();
  private final SocketChannel closed;
  private final Sites sites;

  WireServer() throws IOException {
    closed = SocketChannel.open();
    closed.bind(loopback()); // taken, but nobody listens
    int plain = listen(channel -> addHttp1(channel));
    sites =
        new Sites(
            "shop.test:" + plain,
            "other.test:" + plain,
            "shop.test:" + listen(good),
            "shop.test:" + ((InetSocketAddress) closed.getLocalAddress()).getPort(),
            "shop.test:" + listen(DemoCertificate.valid("shop.test")),
            "shop.test:" + listen(misnamed));
  }

  /** Where it is found by who takes {@code shop.test} and {@code other.test} for 127.0.0.1. */
  Sites sites() {
    return sites;
  }

  /** Who has signed its certificates, but for the stranger's. */
  List<DemoCertificate> signed() {
    return List.of(good, misnamed);
  }

  /** How many requests have come since it was asked last. */
  int takeRequests() {
    return requests.getAndSet(0);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Lays the pipeline of a connection. */
  private interface Pipeline {
    void lay(Channel channel);
  }

  private int listen(Pipeline pipeline) {
    Channel listening =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(initializer(pipeline))
            .bind(loopback())
            .syncUninterruptibly()
            .channel();
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  private static ChannelHandler initializer(Pipeline pipeline) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        pipeline.lay(channel);
      }
    };
  }

  private int listen(DemoCertificate certificate) throws IOException {
    SslContext tls =
        SslContextBuilder.forServer(certificate.key(), certificate.chain())
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2,
                    ApplicationProtocolNames.HTTP_1_1))
            .build();
    return listen(
        channel -> channel.pipeline().addLast(tls.newHandler(channel.alloc()), new Choice()));
  }

  private void addHttp1(Channel channel) {
    channel.pipeline().addLast(new HttpServerCodec(), requests());
  }

  private void addHttp2(Channel channel) {
    channel
        .pipeline()
        .addLast(
            Http2FrameCodecBuilder.forServer().build(),
            new Http2MultiplexHandler(
                initializer(
                    stream ->
                        stream
                            .pipeline()
                            .addLast(new Http2StreamFrameToHttpObjectCodec(true), requests()))));
  }

  private WireRequests requests() {
    return new WireRequests(new FakeServer(sites.other()), requests);
  }

  /** Goes on with the protocol that the handshake agreed on. */
  private final class Choice extends ApplicationProtocolNegotiationHandler {
    Choice() {
      super(ApplicationProtocolNames.HTTP_1_1);
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        addHttp2(ctx.channel());
      } else {
        addHttp1(ctx.channel());
      }
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
      var _ = ctx.close(); // the client does not like the certificate
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    try {
      closed.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
