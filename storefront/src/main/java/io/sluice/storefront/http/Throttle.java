package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.sluice.storefront.fault.Bandwidth;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets a connection's bytes leave at the pace of a bandwidth, in small pieces: everything that goes
 * to the socket, TLS and frames of HTTP/2 included. It is the pipeline's first handler.
 *
 * <pre>
 * a piece leaves at: begin of the burst + bytes of the burst before it / bandwidth
 * </pre>
 */
final class Throttle extends ChannelDuplexHandler {
  private static final long PIECES_PER_SECOND = 200;
  private static final int LARGEST_PIECE = 16_384;
  private static final int MOST_WAITING_BYTES = 65_536;
  private static final int WRITABILITY_BIT = 1;
  private static final double NANOS_PER_SECOND = 1e9;

  private record Waiting(ByteBuf bytes, ChannelPromise promise) {}

  private final double nanosPerByte;
  private final int pieceBytes;
  private final LongUnaryOperator held;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private @Nullable Future<?> timer;
  private long waitingBytes;

  /** When the bytes that have been waiting without a break began to leave. */
  private long burstNanos;

  /** How many of them have left. */
  private long burstBytes;

  /**
   * Prepares for one connection.
   *
   * @param held when bytes may leave that are due at an instant
   */
  Throttle(Bandwidth bandwidth, LongUnaryOperator held) {
    this.nanosPerByte = NANOS_PER_SECOND / bandwidth.bytesPerSecond();
    this.pieceBytes = Math.clamp(bandwidth.bytesPerSecond() / PIECES_PER_SECOND, 1, LARGEST_PIECE);
    this.held = held;
    this.burstNanos = System.nanoTime();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      long now = System.nanoTime();
      if (queue.isEmpty() && dueNanos() - now < 0) {
        burstNanos = now;
        burstBytes = 0;
      }
      queue.add(new Waiting(bytes, promise));
      waiting(ctx, bytes.readableBytes());
    } else {
      var _ = ctx.write(message, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (timer == null) {
      sendDue(ctx);
    } else {
      ctx.flush();
    }
  }

  private void sendDue(ChannelHandlerContext ctx) {
    timer = null;
    Waiting first = queue.peek();
    while (first != null && held.applyAsLong(dueNanos()) - System.nanoTime() <= 0) {
      sendPiece(ctx, first);
      first = queue.peek();
    }
    ctx.flush();
    if (first != null) {
      long waitNanos = held.applyAsLong(dueNanos()) - System.nanoTime();
      timer =
          ctx.executor().schedule(() -> sendDue(ctx), Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
    }
  }

  private long dueNanos() {
    return burstNanos + (long) (burstBytes * nanosPerByte);
  }

  private void sendPiece(ChannelHandlerContext ctx, Waiting first) {
    int size = Math.min(pieceBytes, first.bytes.readableBytes());
    burstBytes += size;
    waiting(ctx, -size);
    if (size < first.bytes.readableBytes()) {
      var _ = ctx.write(first.bytes.readRetainedSlice(size));
    } else {
      queue.remove();
      var _ = ctx.write(first.bytes, first.promise);
    }
  }

  /** Tells writers to wait while many bytes do. */
  private void waiting(ChannelHandlerContext ctx, int more) {
    waitingBytes += more;
    ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
    if (buffer != null) {
      buffer.setUserDefinedWritability(WRITABILITY_BIT, waitingBytes < MOST_WAITING_BYTES);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    drop();
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    drop();
  }

  private void drop() {
    if (timer != null) {
      timer.cancel(false);
    }
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      ReferenceCountUtil.release(waiting.bytes);
      waiting.promise.tryFailure(new ClosedChannelException());
    }
  }
}
