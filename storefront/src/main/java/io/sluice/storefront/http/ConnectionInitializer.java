package io.sluice.storefront.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
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
  private final Responder responder;
  private final GroundTruth truth;
  private final ChannelGroup open;
  private final DateStamp date = new DateStamp();

  /**
   * Prepares for connections.
   *
   * @param tls how to encrypt, or null for plain connections
   * @param open where connections are kept while they are open
   */
  public ConnectionInitializer(
      @Nullable SslContext tls, Responder responder, GroundTruth truth, ChannelGroup open) {
    this.tls = tls;
    this.responder = responder;
    this.truth = truth;
    this.open = open;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    open.add(channel);
    ChannelPipeline pipeline = channel.pipeline();
    if (tls != null) {
      pipeline.addLast(tls.newHandler(channel.alloc()));
    }
    pipeline.addLast(
        new HttpServerCodec(new HttpDecoderConfig(), MOST_UNANSWERED),
        new RequestAggregator(),
        new ConnectionHandler(responder, truth, date));
  }
}
