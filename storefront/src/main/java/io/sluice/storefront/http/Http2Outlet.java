package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.Http2Error;
import io.sluice.storefront.fault.Ending;

/** Where the pieces of an answer go on a stream of HTTP/2. */
record Http2Outlet(Http2Handler connection, ChannelHandlerContext ctx, int streamId)
    implements Transfer.Outlet {
  @Override
  public ChannelFuture write(byte[] body, int from, int size, boolean completes) {
    ByteBuf bytes = ctx.alloc().ioBuffer(size).writeBytes(body, from, size);
    ChannelFuture written =
        connection.encoder().writeData(ctx, streamId, bytes, 0, completes, ctx.newPromise());
    connection.flush(ctx);
    return written;
  }

  @Override
  public void ended(Ending ending) {
    switch (ending) {
      case COMPLETE -> {}
      case RESET_MIDWAY -> {
        var _ =
            connection.resetStream(
                ctx, streamId, Http2Error.INTERNAL_ERROR.code(), ctx.newPromise());
        connection.flush(ctx);
      }
      case HALF_CLOSE -> {
        var _ = ((DuplexChannel) ctx.channel()).shutdownOutput();
      }
    }
  }
}
