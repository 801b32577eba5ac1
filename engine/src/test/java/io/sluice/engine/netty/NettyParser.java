package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Netty's {@link HttpResponseDecoder} makes of the same bytes: its first final answer. */
final class NettyParser {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final boolean toHead;
  private @Nullable HttpResponse response;
  private boolean complete;
  private boolean malformed;
  private int consumed;

  private NettyParser(boolean toHead) {
    this.toHead = toHead;
  }

  static Verdict read(byte[] bytes, boolean toHead) {
    return new NettyParser(toHead).verdict(bytes);
  }

  /** Counts the bytes of the first answer, and leaves those behind it unread. */
  private final class Decoder extends HttpResponseDecoder {
    Decoder() {
      super(
          new HttpDecoderConfig()
              .setMaxInitialLineLength(OurParser.MAX_HEADER_BYTES)
              .setMaxHeaderSize(OurParser.MAX_HEADER_BYTES)
              .setValidateHeaders(false)
              .setStrictLineParsing(false)
              .setUseRfc9112TransferEncoding(false)
              .setAllowDuplicateContentLengths(true));
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
      return super.isContentAlwaysEmpty(message)
          || (toHead && ((HttpResponse) message).status().code() >= 200);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      if (complete || malformed) {
        in.skipBytes(in.readableBytes());
        return;
      }
      int before = in.readerIndex();
      super.decode(ctx, in, out);
      consumed += in.readerIndex() - before;
      out.forEach(NettyParser.this::take);
      out.forEach(io.netty.util.ReferenceCountUtil::release);
      out.clear();
    }
  }

  private Verdict verdict(byte[] bytes) {
    EmbeddedChannel channel = new EmbeddedChannel(new Decoder());
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    boolean whole = complete;
    channel.finish();
    for (Object last = channel.readInbound(); last != null; last = channel.readInbound()) {
      take(last);
      io.netty.util.ReferenceCountUtil.release(last);
    }
    HttpResponse head = response;
    if (malformed) {
      return Verdict.of(Verdict.End.MALFORMED);
    }
    if (!complete || head == null) {
      return Verdict.of(Verdict.End.CUT);
    }
    return whole
        ? verdict(head, Verdict.End.COMPLETE, HttpUtil.isKeepAlive(head))
        : verdict(head, Verdict.End.COMPLETE_BY_CLOSE, false);
  }

  private void take(Object decoded) {
    if (!(decoded instanceof HttpObject message)) {
      return; // bytes of another protocol, after 101
    }
    DecoderResult result = message.decoderResult();
    if (complete || result.cause() instanceof PrematureChannelClosureException) {
      return; // the end of the input in the middle of an answer: to us that is a cut
    }
    if (result.isFailure()) {
      malformed = true;
      return;
    }
    if (message instanceof HttpResponse head) {
      response = head.status().code() < 200 ? null : head;
    }
    if (message instanceof HttpContent content) {
      byte[] piece = new byte[content.content().readableBytes()];
      content.content().getBytes(content.content().readerIndex(), piece);
      body.writeBytes(piece);
      complete = message instanceof LastHttpContent && response != null;
    }
  }

  private Verdict verdict(HttpResponse head, Verdict.End end, boolean keepAlive) {
    HttpHeaders headers = head.headers();
    return new Verdict(
        end,
        head.status().code(),
        List.of(
            first(headers, "location"),
            first(headers, "content-encoding"),
            first(headers, "x-request-id")),
        body.toString(StandardCharsets.ISO_8859_1),
        consumed,
        keepAlive);
  }

  /** The first that is not empty: an empty value says nothing. */
  private static String first(HttpHeaders headers, String name) {
    return headers.getAll(name).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
