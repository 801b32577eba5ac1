package io.sluice.engine.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A real server that speaks HTTP/2 without TLS. It answers GET /n with n bytes, and sends back the
 * body of a POST; the path comes back in x-token.
 */
final class Http2Server implements AutoCloseable {
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel channel;

  Http2Server() {
    channel =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel child) {
                    Http2Settings settings = Http2Settings.defaultSettings();
                    settings.maxConcurrentStreams(32);
                    child
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forServer().initialSettings(settings).build())
                        .addLast(new Http2MultiplexHandler(new Streams()));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    var _ = loop.shutdownGracefully();
  }

  private static final class Streams extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new Answer());
    }
  }

  private static final class Answer extends ChannelInboundHandlerAdapter {
    private final ByteBuf body = Unpooled.buffer();
    private String path = "";

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      boolean last = false;
      if (message instanceof Http2HeadersFrame headers) {
        path = headers.headers().path().toString();
        last = headers.isEndStream();
        if (last) {
          body.writeZero(Integer.parseInt(path.substring(1)));
        }
      } else if (message instanceof Http2DataFrame data) {
        body.writeBytes(data.content());
        last = data.isEndStream();
      }
      ReferenceCountUtil.release(message);
      if (last) {
        Http2Headers headers = new DefaultHttp2Headers();
        headers.status("200").set("x-token", path).set("server", "netty");
        headers.setInt("content-length", body.readableBytes());
        var _ = ctx.write(new DefaultHttp2HeadersFrame(headers, false));
        var _ = ctx.writeAndFlush(new DefaultHttp2DataFrame(body, true));
      }
    }
  }
}
