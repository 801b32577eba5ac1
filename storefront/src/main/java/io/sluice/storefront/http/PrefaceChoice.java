package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/**
 * Goes on with HTTP/2 if the connection begins with its preface, which no request of HTTP/1.1 does
 * (RFC 9113, section 3.4), and with HTTP/1.1 from the first byte that differs.
 */
final class PrefaceChoice extends ByteToMessageDecoder {
  private final Service service;

  PrefaceChoice(Service service) {
    this.service = service;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
    int compared = Math.min(in.readableBytes(), preface.readableBytes());
    if (!ByteBufUtil.equals(in, in.readerIndex(), preface, 0, compared)) {
      ConnectionInitializer.addHttp1(ctx.pipeline(), service);
      ctx.pipeline().remove(this);
    } else if (compared == preface.readableBytes()) {
      ConnectionInitializer.addHttp2(ctx.pipeline(), service);
      ctx.pipeline().remove(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
