package io.sluice.k6.script;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.k6.script.FakeServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The requests of one connection or stream, and what the {@link FakeServer} answers. */
final class WireRequests extends SimpleChannelInboundHandler<HttpObject> {
  private final FakeServer server;
  private final AtomicInteger count;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpRequest request;

  WireRequests(FakeServer server, AtomicInteger count) {
    this.server = server;
    this.count = count;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) throws IOException {
    if (part instanceof HttpRequest head) {
      request = head;
      body.reset();
    }
    if (part instanceof HttpContent content) {
      content.content().readBytes(body, content.content().readableBytes());
    }
    HttpRequest head = request;
    if (part instanceof LastHttpContent && head != null) {
      request = null;
      count.incrementAndGet();
      answer(
          ctx,
          head,
          server.answer(
              head.method().name(),
              head.uri(),
              headers(head),
              hasBody(head) ? body.toByteArray() : null,
              HttpUtil.isTransferEncodingChunked(head)));
    }
  }

  private static boolean hasBody(HttpRequest head) {
    return HttpUtil.isTransferEncodingChunked(head) || HttpUtil.getContentLength(head, 0L) > 0;
  }

  private static String[] headers(HttpRequest head) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> field : head.headers()) {
      all.add(field.getKey());
      all.add(field.getValue());
    }
    return all.toArray(String[]::new);
  }

  private static void answer(ChannelHandlerContext ctx, HttpRequest request, Answer answer) {
    switch (answer.fail) {
      case "" -> {
        var _ =
            ctx.writeAndFlush(response(answer))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
      }
      case "RESET" -> {
        ((SocketChannel) ctx.channel()).config().setSoLinger(0);
        var _ = ctx.close();
      }
      case "REQUEST_TIMEOUT" -> {} // never
      default -> throw new IllegalArgumentException("no wire fails by itself: " + request.uri());
    }
  }

  private static FullHttpResponse response(Answer answer) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status),
            Unpooled.wrappedBuffer(answer.body));
    for (String line : answer.headers) {
      String[] field = line.split(": ", 2);
      response.headers().add(field[0], field[1]);
    }
    if (answer.status != 204 && answer.status != 304) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body.length);
    }
    return response;
  }
}
