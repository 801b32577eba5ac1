package io.sluice.engine.http2;

import static io.sluice.engine.http2.Frames.HEADER_LENGTH;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a server's frames (RFC 9113 section 4) whatever way their bytes are cut. A frame that lies
 * whole in what came is read where it lies; DATA is passed on piece by piece; other frames are held
 * until they are whole.
 */
public final class FrameReader {
  private final FrameSink sink;
  private final HeaderBlock block;
  private final DataFrame data = new DataFrame();

  private boolean begun;
  private boolean stopped;
  private ErrorCode error = ErrorCode.NO_ERROR;
  private String problem = "";

  private byte[] held = new byte[64];
  private int heldLength;

  /**
   * A reader at the beginning of a connection.
   *
   * @param maxHeaderBytes the most of a header block that is gathered from several frames
   */
  public FrameReader(FrameSink sink, int maxHeaderBytes) {
    this.sink = sink;
    block = new HeaderBlock(maxHeaderBytes);
  }

  /**
   * Reads what has come. Returns false if the connection cannot go on: see {@link #error()} and
   * {@link #problem()}.
   */
  public boolean read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !stopped) {
      if (data.open()) {
        at = data(bytes, at, to);
      } else if (heldLength > 0 || to - at < HEADER_LENGTH) {
        at = hold(bytes, at, to);
      } else if (begin(bytes, at)) {
        int length = Frames.int24(bytes, at);
        if (bytes[at + 3] == Frames.DATA) {
          beginData(bytes, at);
          at += HEADER_LENGTH;
        } else if (to - at - HEADER_LENGTH >= length) {
          frame(bytes, at);
          at += HEADER_LENGTH + length;
        } else {
          at = hold(bytes, at, to);
        }
      }
    }
    return error == ErrorCode.NO_ERROR;
  }

  /** Reads nothing more: the connection is given up, perhaps from within a call to the sink. */
  public void stop() {
    stopped = true;
  }

  /** Takes bytes until a header, then a frame, is whole. Returns where the rest begins. */
  private int hold(byte[] bytes, int from, int to) {
    int at = from;
    if (heldLength < HEADER_LENGTH) {
      at = append(bytes, at, to, HEADER_LENGTH);
      if (heldLength < HEADER_LENGTH || !begin(held, 0)) {
        return at;
      }
      if (held[3] == Frames.DATA) {
        heldLength = 0;
        beginData(held, 0);
        return at;
      }
    }
    int whole = HEADER_LENGTH + Frames.int24(held, 0);
    at = append(bytes, at, to, whole);
    if (heldLength == whole) {
      heldLength = 0;
      frame(held, 0);
    }
    return at;
  }

  private int append(byte[] bytes, int from, int to, int until) {
    int take = Math.min(to - from, until - heldLength);
    if (held.length < heldLength + take) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, heldLength + take));
    }
    System.arraycopy(bytes, from, held, heldLength, take);
    heldLength += take;
    return from + take;
  }

  // ---- one frame

  /** Looks at a frame's header. Returns false if it may not come. */
  private boolean begin(byte[] in, int at) {
    int type = in[at + 3] & 0xff;
    int stream = Frames.int31(in, at + 5);
    if (!begun) {
      begun = true;
      if (type != Frames.SETTINGS || stream != 0 || (in[at + 4] & Frames.ACK) != 0) {
        String start = new String(in, at, HEADER_LENGTH, StandardCharsets.ISO_8859_1);
        String shown = start.replaceAll("[^ -~]", ".");
        return fail(
            ErrorCode.PROTOCOL_ERROR,
            "the server does not speak HTTP/2: it begins with '" + shown + "'");
      }
    }
    int length = Frames.int24(in, at);
    if (length > Frames.MAX_PAYLOAD) {
      return fail(ErrorCode.FRAME_SIZE_ERROR, sized(type, length));
    }
    if (block.open() && (type != Frames.CONTINUATION || stream != block.stream())) {
      return fail(ErrorCode.PROTOCOL_ERROR, Frames.name(type) + " within a header block");
    }
    return true;
  }

  private void frame(byte[] in, int at) {
    int length = Frames.int24(in, at);
    int type = in[at + 3] & 0xff;
    int flags = in[at + 4];
    int stream = Frames.int31(in, at + 5);
    int from = at + HEADER_LENGTH;
    switch (type) {
      case Frames.HEADERS -> headers(in, from, length, flags, stream);
      case Frames.CONTINUATION -> continuation(in, from, length, flags, stream);
      case Frames.RST_STREAM -> {
        if (onStream(type, stream) && sized(type, length, 4)) {
          sink.reset(stream, Frames.int32(in, from));
        }
      }
      case Frames.SETTINGS -> settings(in, from, length, flags, stream);
      case Frames.PUSH_PROMISE -> fail(ErrorCode.PROTOCOL_ERROR, "PUSH_PROMISE without consent");
      case Frames.PING -> {
        boolean good = onConnection(type, stream) && sized(type, length, 8);
        if (good && (flags & Frames.ACK) == 0) {
          sink.ping(in, from);
        }
      }
      case Frames.GOAWAY -> {
        if (!onConnection(type, stream)) {
          return;
        }
        if (length < 8) {
          fail(ErrorCode.FRAME_SIZE_ERROR, sized(type, length));
          return;
        }
        sink.goAway(Frames.int31(in, from), Frames.int32(in, from + 4));
      }
      case Frames.WINDOW_UPDATE -> {
        if (sized(type, length, 4)) {
          windowUpdate(stream, Frames.int31(in, from));
        }
      }
      case Frames.PRIORITY -> {
        if (onStream(type, stream) && length != 5) {
          sink.streamError(stream, ErrorCode.FRAME_SIZE_ERROR, sized(type, length));
        }
      }
      default -> {} // RFC 9113 section 5.5: unknown types are ignored
    }
  }

  private void headers(byte[] in, int at, int length, int flags, int stream) {
    if (!onStream(Frames.HEADERS, stream)) {
      return;
    }
    boolean padded = (flags & Frames.PADDED) != 0;
    int skip = (padded ? 1 : 0) + ((flags & Frames.WITH_PRIORITY) != 0 ? 5 : 0);
    if (length < skip) {
      fail(ErrorCode.FRAME_SIZE_ERROR, sized(Frames.HEADERS, length));
      return;
    }
    int padding = padded ? in[at] & 0xff : 0;
    int from = at + skip;
    int to = at + length - padding;
    if (to < from) {
      fail(ErrorCode.PROTOCOL_ERROR, "HEADERS with more padding than payload");
      return;
    }
    boolean last = (flags & Frames.END_STREAM) != 0;
    if ((flags & Frames.END_HEADERS) != 0) {
      sink.headers(stream, last, in, from, to, HEADER_LENGTH + length);
    } else {
      block.begin(stream, last);
      gather(in, from, to, length);
    }
  }

  private void continuation(byte[] in, int from, int length, int flags, int stream) {
    if (!block.open()) {
      fail(ErrorCode.PROTOCOL_ERROR, "CONTINUATION without HEADERS");
      return;
    }
    if (gather(in, from, from + length, length) && (flags & Frames.END_HEADERS) != 0) {
      block.close();
      sink.headers(stream, block.last(), block.bytes(), 0, block.length(), block.wireBytes());
    }
  }

  private boolean gather(byte[] in, int from, int to, int payload) {
    return block.append(in, from, to, HEADER_LENGTH + payload)
        || fail(ErrorCode.ENHANCE_YOUR_CALM, "headers of more than " + block.limit() + " bytes");
  }

  private void settings(byte[] in, int from, int length, int flags, int stream) {
    if (!onConnection(Frames.SETTINGS, stream)) {
      return;
    }
    boolean ack = (flags & Frames.ACK) != 0;
    if (length % 6 != 0 || (ack && length != 0)) {
      fail(ErrorCode.FRAME_SIZE_ERROR, sized(Frames.SETTINGS, length));
    } else if (!ack) {
      sink.settings(in, from, from + length);
    }
  }

  private void windowUpdate(int stream, int increment) {
    if (increment > 0) {
      sink.windowUpdate(stream, increment);
    } else if (stream == 0) {
      fail(ErrorCode.PROTOCOL_ERROR, "WINDOW_UPDATE by 0");
    } else {
      sink.streamError(stream, ErrorCode.PROTOCOL_ERROR, "WINDOW_UPDATE by 0");
    }
  }

  // ---- DATA

  private void beginData(byte[] in, int at) {
    data.begin(in, at);
    if (onStream(Frames.DATA, data.stream()) && !data.open()) {
      if (data.padded()) {
        fail(ErrorCode.FRAME_SIZE_ERROR, sized(Frames.DATA, 0));
      } else {
        data.empty(in, sink);
      }
    }
  }

  private int data(byte[] in, int at, int to) {
    int next = data.piece(in, at, to, sink);
    if (next < 0) {
      fail(ErrorCode.PROTOCOL_ERROR, "DATA with more padding than payload");
      return to;
    }
    return next;
  }

  // ---- rules

  private boolean onStream(int type, int stream) {
    return stream != 0 || fail(ErrorCode.PROTOCOL_ERROR, Frames.name(type) + " on stream 0");
  }

  private boolean onConnection(int type, int stream) {
    return stream == 0
        || fail(ErrorCode.PROTOCOL_ERROR, Frames.name(type) + " on stream " + stream);
  }

  private boolean sized(int type, int length, int rule) {
    return length == rule || fail(ErrorCode.FRAME_SIZE_ERROR, sized(type, length));
  }

  private static String sized(int type, int length) {
    return Frames.name(type) + " of " + length + " bytes";
  }

  private boolean fail(ErrorCode code, String why) {
    error = code;
    problem = why;
    stopped = true;
    return false;
  }

  /** Why the connection cannot go on. */
  public ErrorCode error() {
    return error;
  }

  /** The same in a few words. */
  public String problem() {
    return problem;
  }
}
