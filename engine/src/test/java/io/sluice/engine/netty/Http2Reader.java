package io.sluice.engine.netty;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.sluice.engine.http2.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a client sent, in words: as a server does, with Netty's decoder for headers. */
final class Http2Reader {
  private static final int PREFACE = 24;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
  private boolean begun;

  List<String> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<String> lines = new ArrayList<>();
    if (!begun) {
      begun = true;
      lines.add(new String(bytes, 0, PREFACE, StandardCharsets.US_ASCII).trim());
      in.position(PREFACE);
    }
    while (in.hasRemaining()) {
      int lengthAndType = in.getInt();
      int flags = in.get();
      int stream = in.getInt();
      byte[] payload = new byte[lengthAndType >>> 8];
      in.get(payload);
      lines.add(line(lengthAndType & 0xff, flags, stream, payload));
    }
    return lines;
  }

  private String line(int type, int flags, int stream, byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    String end = (flags & Http2Bytes.END_STREAM) != 0 ? " last" : "";
    return switch (type) {
      case Http2Bytes.DATA -> "DATA " + stream + end + " of " + payload.length;
      case Http2Bytes.HEADERS -> "HEADERS " + stream + end + headers(stream, payload);
      case Http2Bytes.RST_STREAM -> "RST_STREAM " + stream + " " + ErrorCode.name(in.getInt());
      case Http2Bytes.SETTINGS -> flags == 1 ? "SETTINGS ack" : "SETTINGS" + settings(in);
      case Http2Bytes.PING -> "PING" + (flags == 1 ? " ack " : " ") + text(payload);
      case Http2Bytes.GOAWAY -> "GOAWAY " + in.getInt() + " " + ErrorCode.name(in.getInt());
      case Http2Bytes.WINDOW_UPDATE -> "WINDOW_UPDATE " + stream + " " + in.getInt();
      default -> "frame " + type;
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String settings(ByteBuffer in) {
    StringBuilder all = new StringBuilder();
    while (in.hasRemaining()) {
      all.append(' ').append(in.getShort()).append('=').append(in.getInt());
    }
    return all.toString();
  }

  private String headers(int stream, byte[] block) {
    StringBuilder all = new StringBuilder();
    try {
      decoder
          .decodeHeaders(stream, Unpooled.wrappedBuffer(block))
          .forEach(field -> all.append(' ').append(field.getValue()));
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    return all.toString();
  }
}
