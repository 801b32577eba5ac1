package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.Limits;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In the steady state a request allocates nothing. */
class Http2AllocationTest {
  private static final int STREAMS = 32;
  private static final int REQUESTS = 200_000;

  /** Sends each exchange again as soon as it is done. */
  private static final class Endless implements Http2Carrier {
    private final BodyPool bodies = new BodyPool();
    private final WantedHeaders wanted = WantedHeaders.of(List.of("x-token"));
    private final Http2 http2 = new Http2(this);
    private long now;
    private int done;

    @Override
    public void write(byte[] bytes, int from, int length) {}

    @Override
    public void flushLater() {}

    @Override
    public void finish(Exchange exchange) {
      done++;
      exchange.settle(bodies);
      if (exchange.owner() instanceof Http2Request request) {
        request.prepare(exchange);
        http2.send(exchange);
      }
    }

    @Override
    public void retry(Exchange exchange) {
      throw new AssertionError("nothing is refused");
    }

    @Override
    public void shut() {
      throw new AssertionError("nothing breaks a rule");
    }

    @Override
    public long now() {
      return now++;
    }

    @Override
    public BodyPool bodies() {
      return bodies;
    }

    @Override
    public Limits limits() {
      return Limits.DEFAULT;
    }

    @Override
    public WantedHeaders wantedHeaders() {
      return wanted;
    }

    @Override
    public int maxStreams() {
      return STREAMS;
    }
  }

  @Test
  void noneAtAll() {
    Endless endless = new Endless();
    byte[] settings = Http2Bytes.settings(4, 1 << 30);
    endless.http2.received(settings, 0, settings.length);
    byte[] more = Http2Bytes.windowUpdate(0, 1 << 30);
    endless.http2.received(more, 0, more.length);
    byte[] body = new byte[500];
    for (int i = 0; i < STREAMS; i++) {
      endless.http2.send(new Http2Request(i % 2 == 0 ? "GET" : "POST", "/" + i, body).exchange());
    }
    byte[] response =
        Http2Bytes.join(
            Http2Bytes.headers(
                1, ":status: 200", "x-token: abc", "server: fake", "content-length: 100"),
            Http2Bytes.lastData(1, "x".repeat(100)));
    int dataAt = response.length - 109;
    answer(endless, response, dataAt, 0, REQUESTS / 4);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    answer(endless, response, dataAt, REQUESTS / 4, REQUESTS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(REQUESTS, endless.done);
    assertTrue(allocated < REQUESTS / 10, "bytes allocated: " + allocated);
  }

  private static void answer(Endless endless, byte[] response, int dataAt, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] id = ID;
      int stream = 2 * i + 1;
      id[0] = (byte) (stream >>> 24);
      id[1] = (byte) (stream >>> 16);
      id[2] = (byte) (stream >>> 8);
      id[3] = (byte) stream;
      System.arraycopy(id, 0, response, 5, 4);
      System.arraycopy(id, 0, response, dataAt + 5, 4);
      endless.http2.received(response, 0, response.length);
      if (i % STREAMS == 0) {
        endless.http2.flush();
      }
    }
  }

  private static final byte[] ID = new byte[4];
}
