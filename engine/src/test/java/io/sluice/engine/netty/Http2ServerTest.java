package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.Limits;
import io.sluice.model.run.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server that others have written, over a real socket. */
class Http2ServerTest {
  private final Http2Server server = new Http2Server();

  @AfterEach
  void close() {
    server.close();
  }

  /** Blocks in reading until something comes. */
  private static final class Client implements Http2Carrier, AutoCloseable {
    private final Socket socket = new Socket();
    private final BodyPool bodies = new BodyPool();
    private final byte[] in = new byte[8_192];
    private final Http2 http2;
    private int done;
    private int toSend;

    Client(InetSocketAddress address, int window) throws IOException {
      socket.connect(address);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      http2 = new Http2(this, window);
    }

    void poll() throws IOException {
      http2.flush();
      int count = socket.getInputStream().read(in);
      assertTrue(count > 0, "the server has closed the connection");
      http2.received(in, 0, count);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        socket.getOutputStream().write(bytes, from, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void flushLater() {}

    @Override
    public void finish(Exchange exchange) {
      done++;
      assertEquals(Outcome.OK, exchange.outcome(), exchange.detail());
      assertEquals(200, exchange.status());
      String path = Http2Run.header(exchange, "x-token");
      Body body = exchange.body();
      if (exchange.idempotent()) {
        assertEquals(path, "/" + (body == null ? 0 : body.length()));
        exchange.settle(bodies);
        if (toSend > 0) {
          get(exchange);
        }
      }
    }

    void get(Exchange exchange) {
      toSend--;
      new Http2Request("GET", "/" + toSend % 1_700, new byte[0]).prepare(exchange);
      http2.send(exchange);
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
      return 1;
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
      return Http2Run.WANTED;
    }

    @Override
    public int maxStreams() {
      return 1_000;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void thirtyTwoStreamsAtATime() throws IOException {
    try (Client client = new Client(server.address(), 65_535)) {
      client.toSend = 2_000;
      client.get(new Exchange("first", 1, Http2Run.WANTED.count()));
      client.poll(); // the settings: 32 streams
      while (client.http2.ready()) {
        client.get(new Exchange("next", 1, Http2Run.WANTED.count()));
      }
      assertEquals(32, client.http2.underWay());
      while (client.done < 2_000) {
        client.poll();
      }
      assertEquals(0, client.http2.underWay());
      assertEquals(0, client.toSend);
    }
  }

  @Test
  void aMegabyteThereAndBackThroughSmallWindows() throws IOException {
    byte[] body = new byte[1 << 20];
    new Random(1).nextBytes(body);
    try (Client client = new Client(server.address(), 65_535)) {
      Exchange[] exchanges = new Exchange[3];
      for (int i = 0; i < exchanges.length; i++) {
        exchanges[i] = new Http2Request("POST", "/echo", body).exchange();
        client.http2.send(exchanges[i]);
      }
      while (client.done < exchanges.length) {
        client.poll();
      }
      for (Exchange exchange : exchanges) {
        Body back = exchange.body(client.bodies);
        assertArrayEquals(body, Arrays.copyOf(back.bytes(), back.length()));
        assertEquals("/echo", Http2Run.header(exchange, "x-token"));
        assertTrue(exchange.sent() > body.length && exchange.received() > body.length);
      }
    }
  }
}
