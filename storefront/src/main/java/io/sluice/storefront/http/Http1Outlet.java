package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.sluice.storefront.fault.Ending;
import java.util.function.Consumer;

/** Where the pieces of an answer go on a connection of HTTP/1. */
record Http1Outlet(ChannelHandlerContext ctx, Consumer<Ending> whenEnded)
    implements Transfer.Outlet {
  @Override
  public ChannelFuture write(byte[] body, int from, int size, boolean completes) {
    ByteBuf bytes = ctx.alloc().ioBuffer(size).writeBytes(body, from, size);
    return ctx.writeAndFlush(
        completes ? new DefaultLastHttpContent(bytes) : new DefaultHttpContent(bytes));
  }

  @Override
  public void ended(Ending ending) {
    whenEnded.accept(ending);
  }
}
