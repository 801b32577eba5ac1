package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import io.sluice.storefront.fault.Delivery;
import io.sluice.storefront.truth.Protocol;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One HTTP/2 connection: each stream is answered when its latency is over, in any order. */
final class Http2Handler extends Http2ConnectionHandler {
  private static final Http2Headers CONTINUE =
      ReadOnlyHttp2Headers.serverHeaders(false, HttpResponseStatus.CONTINUE.codeAsText());

  /** Of it nothing is known but that its answer is a head. */
  private static final RequestHead HEADERS_TOO_LARGE = new RequestHead("HEAD", "", "", "");

  private final Service service;
  private final Http2Connection.PropertyKey exchangeKey;
  private final Events events = new Events();
  private long requests;

  Http2Handler(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      Service service) {
    super(decoder, encoder, settings, true);
    this.service = service;
    this.exchangeKey = connection().newKey();
  }

  /** What listens to the connection's frames and streams. */
  Http2EventAdapter events() {
    return events;
  }

  /** Where a stream's request stands: being read, waiting for its answer, or done with. */
  private static final class Exchange {
    private final RequestHead head;
    private final RequestBody body = new RequestBody();
    private boolean read;
    private @Nullable PendingReply pending;
    private @Nullable Transfer transfer;

    Exchange(RequestHead head) {
      this.head = head;
    }
  }

  private final class Events extends Http2EventAdapter {
    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx,
        int streamId,
        Http2Headers headers,
        int streamDependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean endOfStream) {
      onHeadersRead(ctx, streamId, headers, padding, endOfStream);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx,
        int streamId,
        Http2Headers headers,
        int padding,
        boolean endOfStream) {
      Http2Stream stream = connection().stream(streamId);
      Exchange known = stream.getProperty(exchangeKey);
      if (known == null) {
        begin(ctx, stream, headers, endOfStream);
      } else if (endOfStream) {
        complete(ctx, stream, known);
      }
    }

    @Override
    public int onDataRead(
        ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean endOfStream) {
      Http2Stream stream = connection().stream(streamId);
      Exchange exchange = stream.getProperty(exchangeKey);
      int size = data.readableBytes() + padding;
      if (!exchange.read && !exchange.body.append(data)) {
        refuseBody(ctx, stream, exchange);
      }
      if (endOfStream) {
        complete(ctx, stream, exchange);
      }
      return size;
    }

    /** By either side, or with the connection: an answer that still waits has lost its client. */
    @Override
    public void onStreamClosed(Http2Stream stream) {
      Exchange exchange = stream.getProperty(exchangeKey);
      if (exchange != null && exchange.pending != null) {
        exchange.pending.abandon();
        exchange.pending = null;
      }
      if (exchange != null && exchange.transfer != null) {
        exchange.transfer.breakOff();
        exchange.transfer = null;
      }
    }
  }

  private final class Draining extends Http2EventAdapter {
    private final ChannelHandlerContext ctx;

    Draining(ChannelHandlerContext ctx) {
      this.ctx = ctx;
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
      if (connection().numActiveStreams() == 0) {
        var _ = ctx.executor().schedule(this::close, 1, TimeUnit.SECONDS);
      }
    }

    private void close() {
      var _ = ctx.close();
    }
  }

  private void begin(
      ChannelHandlerContext ctx, Http2Stream stream, Http2Headers headers, boolean endOfStream) {
    Exchange exchange = new Exchange(RequestHead.of(headers));
    stream.setProperty(exchangeKey, exchange);
    countRequest(ctx);
    if (endOfStream) {
      complete(ctx, stream, exchange);
    } else if (headers.getLong(HttpHeaderNames.CONTENT_LENGTH, 0) > RequestBody.LARGEST_BYTES) {
      refuseBody(ctx, stream, exchange);
    } else if (headers.contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true)) {
      var _ = encoder().writeHeaders(ctx, stream.id(), CONTINUE, 0, false, ctx.newPromise());
    }
  }

  /**
   * With the last request that the connection takes, says so; after the last answer the connection
   * is the client's to close, but not for long. Closing at once would answer what the client has
   * under way with a TCP reset.
   */
  private void countRequest(ChannelHandlerContext ctx) {
    requests++;
    if (requests == service.limits().requests()) {
      int last = connection().remote().lastStreamCreated();
      var _ =
          goAway(ctx, last, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, ctx.newPromise());
      connection().addListener(new Draining(ctx));
    }
  }

  private void complete(ChannelHandlerContext ctx, Http2Stream stream, Exchange exchange) {
    if (!exchange.read) {
      long now = System.nanoTime();
      Request request = new Request(exchange.head, exchange.body.text());
      accept(ctx, stream, exchange, service.responder().plan(request, now), now);
    }
  }

  private void refuseBody(ChannelHandlerContext ctx, Http2Stream stream, Exchange exchange) {
    long now = System.nanoTime();
    accept(ctx, stream, exchange, service.responder().planOversized(exchange.head, now), now);
  }

  /** Headers over the limit: Netty leaves the answer to us and resets the stream after it. */
  @Override
  protected void handleServerHeaderDecodeSizeError(ChannelHandlerContext ctx, Http2Stream stream) {
    long now = System.nanoTime();
    TooLongHttpHeaderException cause = new TooLongHttpHeaderException("header list too large");
    Plan plan = service.responder().planMalformed(cause, now);
    Exchange exchange = new Exchange(HEADERS_TOO_LARGE);
    dispatch(ctx, stream, exchange, new PendingReply(plan, Protocol.HTTP_2, now, service.truth()));
  }

  private void accept(
      ChannelHandlerContext ctx, Http2Stream stream, Exchange exchange, Plan plan, long now) {
    exchange.read = true;
    PendingReply reply = new PendingReply(plan, Protocol.HTTP_2, now, service.truth());
    boolean due =
        reply.isDueOr(
            ctx.executor(),
            () -> {
              exchange.pending = null;
              dispatch(ctx, stream, exchange, reply);
              flush(ctx);
            });
    if (due) {
      dispatch(ctx, stream, exchange, reply);
    } else {
      exchange.pending = reply;
    }
  }

  private void dispatch(
      ChannelHandlerContext ctx, Http2Stream stream, Exchange exchange, PendingReply reply) {
    reply.leaves();
    switch (reply.plan()) {
      case Plan.Answer answer ->
          write(ctx, stream, exchange, answer.reply(), answer.delivery(), reply);
      case Plan.UncountedAnswer uncounted ->
          write(ctx, stream, exchange, uncounted.reply(), Delivery.whole(), reply);
      case Plan.Reset reset -> {
        var _ = resetStream(ctx, stream.id(), Http2Error.INTERNAL_ERROR.code(), ctx.newPromise());
      }
    }
  }

  private void write(
      ChannelHandlerContext ctx,
      Http2Stream stream,
      Exchange exchange,
      Reply reply,
      Delivery delivery,
      PendingReply counted) {
    boolean headersOnly = exchange.head.wantsNoBody();
    AsciiString date = service.date().at(System.currentTimeMillis());
    Http2Headers headers =
        ReadOnlyHttp2Headers.serverHeaders(
            false,
            reply.status().codeAsText(),
            reply.fields(date, counted.timing(), AsciiString.EMPTY_STRING));
    ChannelFuture written =
        encoder().writeHeaders(ctx, stream.id(), headers, 0, headersOnly, ctx.newPromise());
    byte[] bytes = reply.body().bytes();
    if (headersOnly) {
      var _ = written.addListener(counted);
    } else if (delivery.isWhole()) {
      ByteBuf content = ctx.alloc().ioBuffer(bytes.length).writeBytes(bytes);
      var _ =
          encoder()
              .writeData(ctx, stream.id(), content, 0, true, ctx.newPromise())
              .addListener(counted);
    } else {
      exchange.transfer =
          new Transfer(
              bytes,
              delivery,
              counted,
              ctx.executor(),
              service.faults()::heldByStall,
              new Http2Outlet(this, ctx, stream.id()));
      exchange.transfer.start();
    }
  }
}
