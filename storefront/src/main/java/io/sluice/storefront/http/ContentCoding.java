package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Brotli;
import io.netty.handler.codec.compression.BrotliEncoder;
import io.netty.handler.codec.compression.JdkZlibEncoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.compression.Zstd;
import io.netty.handler.codec.compression.ZstdEncoder;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.util.AsciiString;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** How a body is compressed; in the order in which the shop prefers them. */
enum ContentCoding {
  ZSTD,
  BR,
  GZIP,
  /** Not at all. */
  IDENTITY;

  private static final List<ContentCoding> AVAILABLE =
      Arrays.stream(values()).filter(ContentCoding::isAvailable).toList();

  /** The codings that work on this machine: for some a native library must be there. */
  static List<ContentCoding> available() {
    return AVAILABLE;
  }

  /** The name on the wire. */
  AsciiString token() {
    return switch (this) {
      case ZSTD -> HttpHeaderValues.ZSTD;
      case BR -> HttpHeaderValues.BR;
      case GZIP -> HttpHeaderValues.GZIP;
      case IDENTITY -> HttpHeaderValues.IDENTITY;
    };
  }

  private boolean isAvailable() {
    return switch (this) {
      case ZSTD -> Zstd.isAvailable();
      case BR -> Brotli.isAvailable();
      case GZIP, IDENTITY -> true;
    };
  }

  private ChannelHandler encoder() {
    return switch (this) {
      case ZSTD -> new ZstdEncoder();
      case BR -> new BrotliEncoder();
      case GZIP -> new JdkZlibEncoder(ZlibWrapper.GZIP);
      case IDENTITY -> throw new IllegalArgumentException("identity needs no encoder");
    };
  }

  /** The bytes in this coding. */
  byte[] encode(byte[] plain) {
    if (this == IDENTITY) {
      return plain;
    }
    EmbeddedChannel encoder = new EmbeddedChannel(encoder());
    encoder.writeOutbound(Unpooled.wrappedBuffer(plain));
    encoder.finish();
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(plain.length);
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      encoded.writeBytes(ByteBufUtil.getBytes(part));
      part.release();
    }
    return encoded.toByteArray();
  }
}
