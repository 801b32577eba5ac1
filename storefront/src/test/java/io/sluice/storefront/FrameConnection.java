package io.sluice.storefront;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A plain socket on which HTTP/2 frames are written as the test wants them. */
final class FrameConnection implements AutoCloseable {
  private static final short END_STREAM = new Http2Flags().endOfStream(true).value();
  private static final short END_HEADERS = new Http2Flags().endOfHeaders(true).value();
  private static final short ACK = new Http2Flags().ack(true).value();

  /** What the server sent of what is of interest. */
  sealed interface Seen {}

  record Head(int stream, String status, Http2Headers fields, boolean last) implements Seen {}

  record Content(int stream, String text, boolean last) implements Seen {}

  record Reset(int stream, long error) implements Seen {}

  record GoAway(int lastStream, long error) implements Seen {}

  record Closed() implements Seen {}

  private record Frame(int type, Http2Flags flags, int stream, ByteBuf payload) {}

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final DefaultHttp2HeadersEncoder encoder =
      new DefaultHttp2HeadersEncoder((name, value) -> false, true);
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();

  /** Connects with prior knowledge, and accepts the server's settings. */
  FrameConnection(Storefront storefront) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), storefront.port());
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    write(Http2FrameTypes.SETTINGS, 0, 0, Unpooled.EMPTY_BUFFER);
    if (frame().type != Http2FrameTypes.SETTINGS) {
      throw new IOException("the server's first frame must be SETTINGS");
    }
    write(Http2FrameTypes.SETTINGS, ACK, 0, Unpooled.EMPTY_BUFFER);
  }

  /** A request without a body. */
  void request(int stream, String method, String path, String... fields) throws IOException {
    head(stream, true, requestFields(method, path, fields));
  }

  /** The head of a request; its body follows. */
  void requestHead(int stream, String method, String path, String... fields) throws IOException {
    head(stream, false, requestFields(method, path, fields));
  }

  private static Http2Headers requestFields(String method, String path, String... fields) {
    Http2Headers headers =
        new DefaultHttp2Headers().method(method).scheme("http").authority("shop").path(path);
    for (int i = 0; i < fields.length; i += 2) {
      headers.add(fields[i], fields[i + 1]);
    }
    return headers;
  }

  void head(int stream, boolean last, Http2Headers headers) throws IOException {
    ByteBuf block = Unpooled.buffer();
    try {
      encoder.encodeHeaders(stream, headers, block);
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
    write(Http2FrameTypes.HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block);
  }

  void content(int stream, String text, boolean last) throws IOException {
    ByteBuf payload = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    write(Http2FrameTypes.DATA, last ? END_STREAM : 0, stream, payload);
  }

  void reset(int stream) throws IOException {
    write(Http2FrameTypes.RST_STREAM, 0, stream, Unpooled.copyInt(8));
  }

  private void write(int type, int flags, int stream, ByteBuf payload) throws IOException {
    ByteBuf frame = Unpooled.buffer();
    frame.writeMedium(payload.readableBytes()).writeByte(type).writeByte(flags).writeInt(stream);
    out.write(ByteBufUtil.getBytes(frame.writeBytes(payload)));
  }

  /** The next frame that is neither settings nor bookkeeping; {@link Closed} at the end. */
  Seen next() throws IOException {
    while (true) {
      Frame frame;
      try {
        frame = frame();
      } catch (EOFException e) {
        return new Closed();
      }
      ByteBuf payload = frame.payload;
      boolean last = frame.flags.endOfStream();
      switch (frame.type) {
        case Http2FrameTypes.HEADERS -> {
          Http2Headers fields = decode(frame);
          return new Head(frame.stream, String.valueOf(fields.status()), fields, last);
        }
        case Http2FrameTypes.DATA -> {
          return new Content(frame.stream, payload.toString(StandardCharsets.UTF_8), last);
        }
        case Http2FrameTypes.RST_STREAM -> {
          return new Reset(frame.stream, payload.readUnsignedInt());
        }
        case Http2FrameTypes.GO_AWAY -> {
          return new GoAway(payload.readInt(), payload.readUnsignedInt());
        }
        default -> {}
      }
    }
  }

  /** All that comes before the server closes the connection. */
  List<Seen> untilClosed() throws IOException {
    List<Seen> all = new ArrayList<>();
    for (Seen seen = next(); !(seen instanceof Closed); seen = next()) {
      all.add(seen);
    }
    return all;
  }

  /** The status of a stream's answer, whose frames come next and whole. */
  int status(int stream) throws IOException {
    if (!(next() instanceof Head head) || head.stream != stream) {
      throw new IOException("no head of stream " + stream);
    }
    boolean last = head.last;
    while (!last) {
      last = next() instanceof Content content && content.last;
    }
    return Integer.parseInt(head.status);
  }

  private Http2Headers decode(Frame frame) throws IOException {
    try {
      return decoder.decodeHeaders(frame.stream, frame.payload);
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
  }

  private Frame frame() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    Http2Flags flags = new Http2Flags((short) in.readUnsignedByte());
    int stream = in.readInt();
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Frame(type, flags, stream, Unpooled.wrappedBuffer(payload));
  }

  @Override
  public void close() throws IOException {
    encoder.close();
    socket.close();
  }
}
