package io.sluice.storefront.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import io.sluice.storefront.truth.EndpointStatus;
import io.sluice.storefront.truth.GroundTruth;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * One connection: answers leave in the order of their requests, each not before its latency is
 * over.
 *
 * <p>Subtle: a request takes effect in the shop when it is read, only its answer waits. So
 * pipelined requests see each other's effects in order, while their latencies run side by side.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
  /** With so many answers waiting the connection is read no further, until half of them left. */
  private static final int MOST_PENDING = 256;

  private static final AsciiString SERVER = AsciiString.cached("sluice-storefront");

  private final Responder responder;
  private final GroundTruth truth;
  private final DateStamp date;
  private final ArrayDeque<PendingReply> pending = new ArrayDeque<>();
  private boolean reading;
  private boolean closing;

  ConnectionHandler(Responder responder, GroundTruth truth, DateStamp date) {
    this.responder = responder;
    this.truth = truth;
    this.date = date;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    reading = true;
    long now = System.nanoTime();
    try {
      if (closing) {
        return;
      }
      switch (message) {
        case FullHttpRequest request -> accept(ctx, request, responder.plan(request, now), now);
        case OversizedRequest oversized -> {
          HttpRequest head = oversized.head();
          accept(ctx, head, responder.planOversized(head, now), now);
        }
        default -> throw new IllegalStateException("unexpected message " + message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    ctx.flush();
  }

  private void accept(ChannelHandlerContext ctx, HttpRequest request, PlannedReply plan, long now) {
    boolean keepAlive = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
    closing = !keepAlive;
    PendingReply reply = new PendingReply(plan, keepAlive, now);
    pending.add(reply);
    if (pending.size() == MOST_PENDING) {
      ctx.channel().config().setAutoRead(false);
    }
    long waitNanos = plan.releaseNanos() - System.nanoTime();
    if (waitNanos <= 0) {
      reply.becomeDue();
      drain(ctx);
    } else {
      var _ =
          ctx.executor()
              .schedule(
                  () -> {
                    reply.becomeDue();
                    drain(ctx);
                  },
                  waitNanos,
                  TimeUnit.NANOSECONDS);
    }
  }

  private void drain(ChannelHandlerContext ctx) {
    PendingReply next = pending.peek();
    while (next != null && next.due()) {
      pending.remove();
      write(ctx, next);
      next = pending.peek();
    }
    if (!reading) {
      ctx.flush();
    }
    if (pending.size() <= MOST_PENDING / 2 && !ctx.channel().config().isAutoRead()) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void write(ChannelHandlerContext ctx, PendingReply answer) {
    DefaultFullHttpResponse response = response(answer);
    EndpointStatus key = answer.key();
    long timeNanos = System.nanoTime() - answer.arrivalNanos();
    if (answer.counted()) {
      truth.answered(key, answer.arrivalNanos(), timeNanos);
    }
    ChannelFuture written = ctx.write(response);
    if (answer.counted()) {
      var _ =
          written.addListener(
              done -> {
                if (!done.isSuccess()) {
                  truth.refused(key, timeNanos);
                }
              });
    }
    if (!answer.keepAlive()) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private DefaultFullHttpResponse response(PendingReply answer) {
    Reply reply = answer.reply();
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.wrappedBuffer(reply.body()));
    HttpHeaders headers =
        response
            .headers()
            .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
            .set(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(reply.body().length))
            .set(HttpHeaderNames.DATE, date.at(System.currentTimeMillis()))
            .set(HttpHeaderNames.SERVER, SERVER)
            .set(
                HttpHeaderNames.CONNECTION,
                answer.keepAlive() ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    if (!reply.allow().isEmpty()) {
      headers.set(HttpHeaderNames.ALLOW, reply.allow());
    }
    return response;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    pending.stream().filter(PendingReply::counted).forEach(gone -> truth.abandoned());
    pending.clear();
    ctx.fireChannelInactive();
  }

  /** A reset, a failed TLS handshake: nobody is left to answer to. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
