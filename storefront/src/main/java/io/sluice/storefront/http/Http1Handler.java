package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import io.sluice.storefront.fault.Delivery;
import io.sluice.storefront.fault.Ending;
import io.sluice.storefront.truth.Protocol;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1 connection: answers leave in the order of their requests, each not before its latency
 * is over.
 *
 * <p>Subtle: a request takes effect in the shop when it is read, only its answer waits. So
 * pipelined requests see each other's effects in order, while their latencies run side by side.
 */
final class Http1Handler extends ChannelInboundHandlerAdapter {
  /** With so many answers waiting the connection is read no further, until half of them left. */
  private static final int MOST_PENDING = 256;

  private final Service service;
  private final ArrayDeque<PendingReply> pending = new ArrayDeque<>();

  /**
   * The request that is being read; null between requests, and while the rest of one is dropped.
   */
  private @Nullable RequestHead head;

  private RequestBody body = new RequestBody();
  private Protocol protocol = Protocol.HTTP_1_1;
  private long requests;

  /** The answer that is leaving in pieces: others wait for its end. */
  private @Nullable Transfer transfer;

  /** No request is read any more; the connection ends with the last answer. */
  private boolean closing;

  Http1Handler(Service service) {
    this.service = service;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof HttpRequest request && !closing) {
        begin(ctx, request);
      }
      if (message instanceof HttpContent content && head != null) {
        proceed(ctx, content, head);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest request) {
    boolean old = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    protocol = old ? Protocol.HTTP_1_0 : Protocol.HTTP_1_1;
    if (request.decoderResult().isFailure()) {
      giveUp(ctx, request.decoderResult().cause());
      return;
    }
    requests++;
    closing = !HttpUtil.isKeepAlive(request) || requests >= service.limits().requests();
    RequestHead begun = RequestHead.of(request);
    if (HttpUtil.getContentLength(request, 0L) > RequestBody.LARGEST_BYTES) {
      refuseBody(ctx, begun);
      return;
    }
    head = begun;
    if (HttpUtil.is100ContinueExpected(request)) {
      var _ =
          ctx.writeAndFlush(
              new DefaultFullHttpResponse(
                  HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  private void proceed(ChannelHandlerContext ctx, HttpContent content, RequestHead begun) {
    if (content.decoderResult().isFailure()) {
      giveUp(ctx, content.decoderResult().cause());
    } else if (!body.append(content.content())) {
      refuseBody(ctx, begun);
    } else if (content instanceof LastHttpContent) {
      long now = System.nanoTime();
      Request request = new Request(begun, body.text());
      forgetRequest();
      accept(ctx, service.responder().plan(request, now), now);
    }
  }

  private void refuseBody(ChannelHandlerContext ctx, RequestHead begun) {
    forgetRequest();
    long now = System.nanoTime();
    accept(ctx, service.responder().planOversized(begun, now), now);
  }

  private void giveUp(ChannelHandlerContext ctx, Throwable cause) {
    forgetRequest();
    closing = true;
    long now = System.nanoTime();
    accept(ctx, service.responder().planMalformed(cause, now), now);
  }

  private void forgetRequest() {
    head = null;
    if (!body.isEmpty()) {
      body = new RequestBody();
    }
  }

  private void accept(ChannelHandlerContext ctx, Plan plan, long now) {
    PendingReply reply = new PendingReply(plan, protocol, now, service.truth());
    pending.add(reply);
    boolean due =
        reply.isDueOr(
            ctx.executor(),
            () -> {
              drain(ctx);
              ctx.flush();
            });
    if (due) {
      drain(ctx);
    } else {
      pace(ctx);
    }
  }

  private void drain(ChannelHandlerContext ctx) {
    PendingReply next = pending.peek();
    while (next != null && next.isDue() && transfer == null) {
      pending.remove();
      dispatch(ctx, next);
      next = pending.peek();
    }
    pace(ctx);
  }

  /** Reads no further while too many answers wait, for their time or for a client that is slow. */
  private void pace(ChannelHandlerContext ctx) {
    boolean auto = ctx.channel().config().isAutoRead();
    if (auto && (pending.size() >= MOST_PENDING || !ctx.channel().isWritable())) {
      ctx.channel().config().setAutoRead(false);
    } else if (!auto && pending.size() <= MOST_PENDING / 2 && ctx.channel().isWritable()) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    pace(ctx);
    ctx.fireChannelWritabilityChanged();
  }

  private void dispatch(ChannelHandlerContext ctx, PendingReply reply) {
    reply.leaves();
    switch (reply.plan()) {
      case Plan.Answer answer -> write(ctx, answer.reply(), answer.delivery(), reply);
      case Plan.UncountedAnswer uncounted -> write(ctx, uncounted.reply(), Delivery.whole(), reply);
      case Plan.Reset reset -> reset(ctx);
    }
  }

  private void write(
      ChannelHandlerContext ctx, Reply reply, Delivery delivery, PendingReply counted) {
    boolean last = closing && pending.isEmpty() && head == null;
    AsciiString connection = AsciiString.EMPTY_STRING;
    if (last) {
      connection = HttpHeaderValues.CLOSE;
    } else if (protocol == Protocol.HTTP_1_0) {
      connection = HttpHeaderValues.KEEP_ALIVE;
    }
    AsciiString date = service.date().at(System.currentTimeMillis());
    HttpHeaders fields =
        new ReadOnlyHttpHeaders(false, reply.fields(date, counted.timing(), connection));
    byte[] bytes = reply.body().bytes();
    if (!delivery.isWhole()) {
      var _ = ctx.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, reply.status(), fields));
      transfer =
          new Transfer(
              bytes,
              delivery,
              counted,
              ctx.executor(),
              service.faults()::heldByStall,
              new Http1Outlet(ctx, ending -> ended(ctx, ending, last)));
      transfer.start();
      return;
    }
    ByteBuf content = ctx.alloc().ioBuffer(bytes.length).writeBytes(bytes);
    ChannelFuture written =
        ctx.write(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, reply.status(), content, fields, EmptyHttpHeaders.INSTANCE));
    var _ = written.addListener(counted);
    if (last) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void ended(ChannelHandlerContext ctx, Ending ending, boolean last) {
    switch (ending) {
      case COMPLETE -> proceedAfter(ctx, last);
      case RESET_MIDWAY -> reset(ctx);
      case HALF_CLOSE -> halfClose(ctx);
    }
  }

  private void proceedAfter(ChannelHandlerContext ctx, boolean last) {
    transfer = null;
    if (last) {
      var _ = ctx.close();
    } else {
      drain(ctx);
      ctx.flush();
    }
  }

  /** Ends the server's side of the stream. The transfer stays, so that nothing follows it. */
  private void halfClose(ChannelHandlerContext ctx) {
    closing = true;
    pending.forEach(PendingReply::abandon);
    pending.clear();
    pace(ctx);
    var _ = ((DuplexChannel) ctx.channel()).shutdownOutput();
  }

  /** Ends the connection as if the process had died: no close_notify, RST in the place of FIN. */
  private void reset(ChannelHandlerContext ctx) {
    closing = true;
    ctx.flush();
    var _ = ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = ctx.pipeline().firstContext().close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (transfer != null) {
      transfer.breakOff();
    }
    pending.forEach(PendingReply::abandon);
    pending.clear();
    ctx.fireChannelInactive();
  }

  /** A reset, a failed TLS handshake: nobody is left to answer to. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
