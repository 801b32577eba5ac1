package io.sluice.storefront.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.truth.GroundTruth;
import org.jspecify.annotations.Nullable;

/** Lays the pipeline of each new connection. */
public final class ConnectionInitializer extends ChannelInitializer<SocketChannel> {
  /**
   * More requests than one read of 64 KiB can hold, on top of those that stop further reading: the
   * codec drops a connection whose pipeline is deeper.
   */
  private static final int MOST_UNANSWERED = 8_192;

  private final @Nullable SslContext tls;
  private final Service service;
  private final ChannelGroup open;

  /**
   * Prepares for connections.
   *
   * @param tls how to encrypt, or null for plain connections
   * @param open where connections are kept while they are open
   */
  public ConnectionInitializer(
      @Nullable SslContext tls,
      Responder responder,
      FaultInjector faults,
      GroundTruth truth,
      ConnectionLimits limits,
      ChannelGroup open) {
    this.tls = tls;
    this.service = new Service(responder, faults, truth, new DateStamp(), limits);
    this.open = open;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    open.add(channel);
    if (!service.faults().bandwidth().isUnlimited()) {
      channel
          .pipeline()
          .addLast(new Throttle(service.faults().bandwidth(), service.faults()::heldByStall));
    }
    if (tls == null) {
      channel.pipeline().addLast(new PrefaceChoice(service));
    } else {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()), new AlpnChoice(service));
    }
  }

  static void addHttp1(ChannelPipeline pipeline, Service service) {
    pipeline.addLast(
        new HttpServerCodec(new HttpDecoderConfig(), MOST_UNANSWERED), new Http1Handler(service));
  }

  static void addHttp2(ChannelPipeline pipeline, Service service) {
    pipeline.addLast(new Http2HandlerBuilder(service).build());
  }
}
