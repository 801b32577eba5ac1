package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Brotli;
import io.netty.handler.codec.compression.BrotliDecoder;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.compression.Zstd;
import io.netty.handler.codec.compression.ZstdDecoder;
import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bodies that somebody looks at (RFC 9110 section 8.4): gzip, deflate, br, zstd. What grows
 * beyond the limit is a {@code protocol_error}, and never takes more memory than that.
 */
final class Decoding {
  /** Bytes that the decoder is given at a time: between them it is seen whether to go on. */
  private static final int SLICE = 4096;

  private final BodyPool bodies;
  private final int maxBodyBytes;

  Decoding(BodyPool bodies, int maxBodyBytes) {
    this.bodies = bodies;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Decodes an exchange's body, if it has one and it is encoded. */
  void decode(Exchange exchange) {
    TextBuffer coding = exchange.headerIfSeen(WantedHeaders.CONTENT_ENCODING);
    Body body = exchange.body();
    if (coding == null || body == null || body.length() == 0 || !exchange.keepBody()) {
      return;
    }
    String name = coding.toString().toLowerCase(Locale.ROOT);
    if (name.equals("identity")) {
      return;
    }
    ChannelHandler decoder = decoder(name);
    if (decoder == null) {
      exchange.reject(Outcome.PROTOCOL_ERROR, "a body encoded as '" + name + "'");
      return;
    }
    Body decoded = bodies.take();
    String problem = decode(body, decoder, decoded, name);
    if (problem == null) {
      exchange.replaceBody(bodies, decoded);
    } else {
      bodies.give(decoded);
      exchange.reject(Outcome.PROTOCOL_ERROR, problem);
    }
  }

  private @Nullable ChannelHandler decoder(String coding) {
    return switch (coding) {
      case "gzip", "x-gzip" -> new JdkZlibDecoder(ZlibWrapper.GZIP, 0);
      case "deflate" -> new JdkZlibDecoder(ZlibWrapper.ZLIB_OR_NONE, 0);
      case "br" -> Brotli.isAvailable() ? new BrotliDecoder() : null;
      case "zstd" -> Zstd.isAvailable() ? new ZstdDecoder() : null;
      default -> null;
    };
  }

  /** What is wrong, or null. */
  private @Nullable String decode(Body in, ChannelHandler decoder, Body out, String coding) {
    Collector collector = new Collector(out, maxBodyBytes);
    EmbeddedChannel channel = new EmbeddedChannel(decoder, collector);
    try {
      for (int at = 0; at < in.length() && !collector.full; at += SLICE) {
        int length = Math.min(SLICE, in.length() - at);
        channel.writeInbound(Unpooled.wrappedBuffer(in.bytes(), at, length));
      }
    } catch (RuntimeException e) {
      return collector.full ? tooLarge() : "a body that is no " + coding;
    } finally {
      close(channel);
    }
    return collector.full ? tooLarge() : null;
  }

  private String tooLarge() {
    return "a body of more than " + maxBodyBytes + " bytes when decoded";
  }

  private static void close(EmbeddedChannel channel) {
    try {
      channel.finishAndReleaseAll();
    } catch (RuntimeException e) {
      var _ = channel.close(); // it ends within its input; that was judged already
    }
  }

  /** Keeps what comes out, up to the limit. */
  private static final class Collector extends ChannelInboundHandlerAdapter {
    private final Body out;
    private final int most;
    private boolean full;

    Collector(Body out, int most) {
      this.out = out;
      this.most = most;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf part = (ByteBuf) message;
      int length = part.readableBytes();
      full |= out.length() + (long) length > most;
      if (!full) {
        int at = out.extend(length);
        part.readBytes(out.bytes(), at, length);
      }
      part.release();
    }
  }
}
