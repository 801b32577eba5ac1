package io.sluice.engine.netty;

import static io.sluice.engine.netty.Http2Bytes.CONTINUATION;
import static io.sluice.engine.netty.Http2Bytes.END_HEADERS;
import static io.sluice.engine.netty.Http2Bytes.HEADERS;
import static io.sluice.engine.netty.Http2Bytes.frame;
import static io.sluice.engine.netty.Http2Bytes.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.wire.Exchange;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a server sends: no exception, each exchange ends once, memory stays bounded. */
class Http2FuzzTest {
  private static final int CASES = 20_000;
  private static final long MOST_BYTES = 4 << 20;

  @Test
  void whateverComes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int ok = 0;
    for (int seed = 0; seed < CASES; seed++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      ok += new Case(new Random(seed), "case " + seed).run();
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_BYTES, "case " + seed + " allocates " + allocated);
    }
    assertTrue(
        ok > CASES / 10, "most of it is noise: " + ok); // else nothing is tested but the start
  }

  private static final class Case {
    private final Random random;
    private final String name;
    private final Http2Run run = new Http2Run();
    private final Set<Exchange> under = new HashSet<>();
    private final List<Exchange> cancelled = new ArrayList<>();
    private int sent;

    Case(Random random, String name) {
      this.random = random;
      this.name = name;
    }

    /** Returns how many exchanges ended well. */
    int run() {
      run.carrier.onFinish =
          done -> {
            assertTrue(under.remove(done), name);
            assertEquals(Exchange.State.DONE, done.state(), name);
            more();
          };
      for (int i = random.nextInt(6); i >= 0; i--) {
        more();
      }
      byte[] bytes = mutated();
      for (int at = 0; at < bytes.length; ) {
        int to = Math.min(bytes.length, at + 1 + random.nextInt(1 << random.nextInt(12)));
        run.http2.received(bytes, at, to);
        at = to;
        if (random.nextInt(4) == 0) {
          run.http2.flush();
        }
        if (random.nextInt(10) == 0 && !under.isEmpty()) {
          Exchange one = under.iterator().next();
          if (!run.carrier.retried.contains(one)) {
            run.http2.cancel(one);
            under.remove(one);
            cancelled.add(one);
          }
        }
      }
      run.http2.lost("connection closed", true);
      for (Exchange exchange : run.carrier.retried) {
        assertTrue(under.remove(exchange), name);
      }
      assertEquals(Set.of(), under, name);
      assertEquals(0, run.http2.underWay(), name);
      List<Exchange> finished = run.carrier.finished;
      int ended = finished.size() + run.carrier.retried.size() + cancelled.size();
      assertEquals(sent, ended, name);
      assertTrue(run.carrier.shuts <= 1, name);
      return (int) finished.stream().filter(e -> e.status() > 0 && e.detail().isEmpty()).count();
    }

    private void more() {
      if (run.http2.ready() && sent < 30) {
        sent++;
        Exchange exchange =
            random.nextInt(3) == 0 ? run.post("/" + sent, random.nextInt(50_000)) : run.get("/");
        under.add(exchange);
      }
    }

    private byte[] mutated() {
      byte[] bytes = stream();
      int changes = random.nextInt(4) == 0 ? 0 : random.nextInt(4);
      for (int i = 0; i < changes && bytes.length > 0; i++) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
          case 0 -> bytes[at] = (byte) random.nextInt(256);
          case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
          case 2 -> bytes = without(bytes, at, random.nextInt(12));
          default -> {
            byte[] noise = new byte[random.nextInt(30)];
            random.nextBytes(noise);
            byte[] head = java.util.Arrays.copyOf(bytes, at);
            byte[] tail = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
            bytes = Http2Bytes.join(head, noise, tail);
          }
        }
      }
      return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
      int to = Math.min(bytes.length, at + count);
      byte[] head = java.util.Arrays.copyOf(bytes, at);
      return Http2Bytes.join(head, java.util.Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private byte[] stream() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      if (random.nextInt(50) > 0) {
        all.writeBytes(settings(4, random.nextInt(100_000), 3, random.nextInt(20)));
      }
      for (int i = random.nextInt(25); i >= 0; i--) {
        int stream = 1 + 2 * random.nextInt(random.nextInt(10) == 0 ? 20 : 4);
        all.writeBytes(piece(stream));
      }
      return all.toByteArray();
    }

    private byte[] piece(int stream) {
      int last = random.nextInt(2);
      return switch (random.nextInt(16)) {
        case 0, 1, 2, 3, 4 -> frame(HEADERS, END_HEADERS | last, stream, block());
        case 5, 6, 7 -> frame(0, last | (random.nextInt(4) == 0 ? 8 : 0), stream, noise(2_000));
        case 8 -> {
          byte[] block = block();
          int cut = random.nextInt(block.length + 1);
          byte[] tail = java.util.Arrays.copyOfRange(block, cut, block.length);
          yield Http2Bytes.join(
              frame(HEADERS, last, stream, java.util.Arrays.copyOf(block, cut)),
              frame(CONTINUATION, END_HEADERS, stream, tail));
        }
        case 9 -> Http2Bytes.reset(stream, random.nextInt(16));
        case 10 -> Http2Bytes.windowUpdate(stream, random.nextInt(60_000));
        case 11 -> Http2Bytes.windowUpdate(0, 1 + random.nextInt(60_000));
        case 12 -> settings(1 + random.nextInt(6), random.nextInt(70_000));
        case 13 -> Http2Bytes.ping("12345678");
        case 14 ->
            random.nextInt(4) == 0
                ? Http2Bytes.goAway(random.nextInt(20), random.nextInt(14))
                : Http2Bytes.ping("abcdefgh");
        default -> frame(random.nextInt(256), random.nextInt(256), stream, noise(50));
      };
    }

    private byte[] noise(int most) {
      byte[] noise = new byte[random.nextInt(most)];
      random.nextBytes(noise);
      return noise;
    }

    private byte[] block() {
      String status = ":status: " + (random.nextInt(10) == 0 ? 103 : 200 + random.nextInt(300));
      return switch (random.nextInt(6)) {
        case 0 -> Http2Bytes.block(status, "x-token: abc", "server: x");
        case 1 -> Http2Bytes.block(status, "content-length: " + random.nextInt(100));
        case 2 -> Http2Bytes.join(new byte[] {(byte) 0x88}, noise(20));
        case 3 -> // an entry of the dynamic table, and then that again and again
            Http2Bytes.join(
                new byte[] {(byte) 0x88, 0x40, 1, 'a', 1, 'b'}, repeated(random.nextInt(100)));
        default -> new byte[] {(byte) (0x88 + random.nextInt(7))};
      };
    }

    private static byte[] repeated(int count) {
      byte[] bytes = new byte[count];
      java.util.Arrays.fill(bytes, (byte) 0xbe);
      return bytes;
    }
  }
}
