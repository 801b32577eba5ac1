package io.sluice.engine.netty;

import io.sluice.engine.http2.FrameWriter;
import io.sluice.engine.http2.HeaderEncoder;
import io.sluice.engine.http2.PeerSettings;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a connection sends: requests within the server's windows (RFC 9113 section 5.2), and frames
 * of its own. All of it waits for {@link #flush()}, unless it grows long.
 */
final class Http2Requests implements FieldSink {
  private static final int WRITE_AT = 64 * 1024;

  private final Http2Carrier carrier;
  private final PeerSettings peer;
  private final FrameWriter out = new FrameWriter();
  private final HeaderEncoder encoder = new HeaderEncoder();
  private boolean flushing;
  private long window = PeerSettings.DEFAULT_WINDOW;

  private @Nullable Http2Stream current;
  private int headersAt;

  // Streams whose bytes wait in `out`, and those that a window holds back, in order.
  private @Nullable Http2Stream[] unwritten = new Http2Stream[4];
  private int unwrittenCount;
  private @Nullable Http2Stream[] blocked = new Http2Stream[0];
  private int blockedCount;

  Http2Requests(Http2Carrier carrier, PeerSettings peer) {
    this.carrier = carrier;
    this.peer = peer;
  }

  /** Frames of the connection's own may be written to it; then call {@link #added()}. */
  FrameWriter out() {
    return out;
  }

  /** Something was written to {@link #out()}. */
  void added() {
    if (out.length() >= WRITE_AT) {
      flush();
    } else if (!flushing) {
      flushing = true;
      carrier.flushLater();
    }
  }

  /** Sends what waits. */
  void flush() {
    flushing = false;
    if (out.length() == 0) {
      return;
    }
    if (unwrittenCount > 0) {
      long now = carrier.now();
      for (int i = 0; i < unwrittenCount; i++) {
        Http2Stream stream = unwritten[i];
        if (stream != null) {
          stream.written(now);
        }
      }
      unwrittenCount = 0;
    }
    carrier.write(out.bytes(), 0, out.length());
    out.clear();
  }

  // ---- a request

  void send(Http2Stream stream) {
    Exchange exchange = stream.exchange;
    RequestWriter writer = exchange.writer();
    if (writer == null) {
      throw new IllegalStateException("an exchange is prepared before it is sent");
    }
    await(stream);
    current = stream;
    headersAt = out.length();
    out.beginHeaders(stream.id());
    encoder.begin(out);
    writer.write(exchange, this);
    if (current != null) {
      endHeaders(stream, true);
    }
    added();
  }

  private void await(Http2Stream stream) {
    if (unwrittenCount == unwritten.length) {
      unwritten = Arrays.copyOf(unwritten, 2 * unwrittenCount);
    }
    unwritten[unwrittenCount++] = stream;
  }

  @Override
  public void field(byte[] name, byte[] value, int length, boolean constant) {
    encoder.field(name, value, length, constant, out);
  }

  @Override
  public void body(byte[] bytes, int length) {
    Http2Stream stream = current;
    if (stream == null) {
      throw new IllegalStateException("a body behind a body");
    }
    endHeaders(stream, length == 0);
    int sent = push(stream, bytes, 0, length);
    if (sent < length) {
      stream.holdBack(bytes, sent, length);
      if (blockedCount == blocked.length) {
        blocked = Arrays.copyOf(blocked, Math.max(4, 2 * blockedCount));
      }
      blocked[blockedCount++] = stream;
    }
  }

  private void endHeaders(Http2Stream stream, boolean last) {
    current = null;
    out.endHeaders(last, peer.maxFrame());
    stream.queue(out.length() - headersAt);
  }

  /** Sends of a body what the windows let through. Returns where the rest begins. */
  private int push(Http2Stream stream, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      long room = Math.min(Math.min(window, stream.window), peer.maxFrame());
      int count = (int) Math.min(room, to - at);
      if (count <= 0) {
        break;
      }
      int before = out.length();
      out.data(stream.id(), at + count == to, bytes, at, count);
      stream.queue(out.length() - before);
      window -= count;
      stream.window -= count;
      at += count;
      if (out.length() >= WRITE_AT) {
        flush();
        await(stream);
      }
    }
    return at;
  }

  /** A stream ends: nothing of it is sent any more. */
  void abandon(Http2Stream stream) {
    if (!stream.heldBack()) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < blockedCount; i++) {
      Http2Stream other = blocked[i];
      if (other != stream) {
        blocked[kept++] = other;
      }
    }
    Arrays.fill(blocked, kept, blockedCount, null);
    blockedCount = kept;
  }

  // ---- windows

  /** Goes on with bodies that were held back. */
  private void resume() {
    int kept = 0;
    for (int i = 0; i < blockedCount; i++) {
      Http2Stream stream = blocked[i];
      if (stream == null) {
        continue;
      }
      if (window > 0 && stream.window > 0) {
        await(stream);
        stream.sentTo(push(stream, stream.rest(), stream.restFrom(), stream.restTo()));
        added();
      }
      if (stream.heldBack()) {
        blocked[kept++] = stream;
      }
    }
    Arrays.fill(blocked, kept, blockedCount, null);
    blockedCount = kept;
  }

  /** The server takes more on all streams together. Returns false if that is too much. */
  boolean enlarge(int increment) {
    window += increment;
    if (window > Integer.MAX_VALUE) {
      return false;
    }
    resume();
    return true;
  }

  /** The server takes more on a stream. Returns false if that is too much. */
  boolean enlarge(Http2Stream stream, int increment) {
    stream.window += increment;
    if (stream.window > Integer.MAX_VALUE) {
      return false;
    }
    if (stream.heldBack()) {
      resume();
    }
    return true;
  }

  /**
   * Obeys the server's settings, which have changed. Returns false if a window becomes too large.
   */
  boolean adapt(int windowBefore, Http2Streams streams) {
    encoder.limitTable(peer.headerTableSize());
    long more = (long) peer.initialWindow() - windowBefore;
    for (Http2Stream stream : streams.all()) {
      stream.window += more;
      if (stream.window > Integer.MAX_VALUE) {
        return false;
      }
    }
    out.settingsAcknowledged();
    added();
    if (more > 0) {
      resume();
    }
    return true;
  }
}
