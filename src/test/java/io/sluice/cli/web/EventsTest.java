package io.sluice.cli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events over real sockets. */
@Timeout(30)
final class EventsTest {
  private record EventsRoute(EventFeed feed) implements Route {
    @Override
    public String path() {
      return "/events";
    }

    @Override
    public Answer answer(WebRequest request) {
      return new Answer.Events(feed);
    }
  }

  /** A listener; reads the lines of the stream, without chunk lengths. */
  private record Listener(Socket socket, BufferedReader in) implements AutoCloseable {
    static Listener of(int port, String... headers) throws IOException {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(10_000);
      String request =
          "GET /events HTTP/1.1\r\nHost: localhost\r\n"
              + String.join("", List.of(headers))
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new Listener(
          socket,
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** All lines up to one with this beginning. */
    List<String> until(String beginning) throws IOException {
      List<String> lines = new ArrayList<>();
      String line = in.readLine();
      while (line != null && !line.startsWith(beginning)) {
        lines.add(line);
        line = in.readLine();
      }
      lines.add(String.valueOf(line));
      return lines;
    }

    @Nullable String line() throws IOException {
      return in.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static WebServer serve(EventFeed feed, Duration heartbeat) throws IOException {
    Binding binding = Binding.loopback(0);
    return WebServer.start(
        binding, Access.of(binding, ""), List.of(new EventsRoute(feed)), heartbeat);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aListenerHasWhatItMissedAndThenEachEventInOrder() throws IOException {
    AtomicReference<String> last = new AtomicReference<>("none");
    Broadcast broadcast =
        new Broadcast(
            id -> {
              last.set(id);
              return List.of(Event.of("4", "old", "missed"));
            });
    try (WebServer server = serve(broadcast, WebServer.HEARTBEAT);
        Listener listener = Listener.of(server.port(), "Last-Event-ID: 3\r\n")) {
      List<String> head = listener.until("data: missed");
      assertTrue(head.contains("HTTP/1.1 200 OK"), head.toString());
      assertTrue(head.contains("Content-type: text/event-stream; charset=utf-8"), head.toString());
      assertTrue(head.contains("retry: 2000"), head.toString());
      assertTrue(head.contains("id: 4"), head.toString());
      assertEquals("3", last.get());
      for (int i = 5; i < 8; i++) {
        String id = Integer.toString(i);
        broadcast.publish(() -> Event.of(id, "", "new " + id));
      }
      for (int i = 5; i < 8; i++) {
        assertTrue(listener.until("data: ").contains("data: new " + i));
      }
    }
  }

  @Test
  void silenceIsFilledWithHeartbeats() throws IOException {
    Broadcast broadcast = new Broadcast(_ -> List.of());
    try (WebServer server = serve(broadcast, Duration.ofMillis(5));
        Listener listener = Listener.of(server.port())) {
      listener.until(":");
      listener.until(":");
    }
  }

  @Test
  void aListenerThatLeavesIsNoticed() throws IOException {
    Broadcast broadcast = new Broadcast(_ -> List.of());
    try (WebServer server = serve(broadcast, Duration.ofMillis(5))) {
      try (Listener listener = Listener.of(server.port())) {
        listener.until("retry");
        assertEquals(1, broadcast.clients());
      }
      await(() -> broadcast.clients() == 0);
    }
  }

  @Test
  void aListenerThatDoesNotReadIsDroppedWhileOthersGoOn() throws IOException {
    Broadcast broadcast = new Broadcast(_ -> List.of());
    String much = "x".repeat(100_000);
    try (WebServer server = serve(broadcast, WebServer.HEARTBEAT);
        Listener slow = Listener.of(server.port())) {
      await(() -> broadcast.clients() == 1);
      int published = 0;
      while (broadcast.clients() > 0) {
        broadcast.publish(() -> Event.of("", "", much));
        assertTrue(++published < 100_000, "it is never dropped");
      }
      try (Listener other = Listener.of(server.port())) {
        await(() -> broadcast.clients() == 1);
        broadcast.publish(() -> Event.of("", "", "still here"));
        other.until("data: still here");
      }
      assertTrue(slow.socket().isConnected());
    }
  }

  @Test
  void closingLetsListenersHaveWhatIsQueuedAndEndsTheirStream() throws IOException {
    Broadcast broadcast = new Broadcast(_ -> List.of());
    WebServer server = serve(broadcast, WebServer.HEARTBEAT);
    try (Listener listener = Listener.of(server.port())) {
      listener.until("retry");
      broadcast.publish(() -> Event.of("", "end", "the last one"));
      server.close();
      listener.until("data: the last one");
      List<String> rest = listener.until("no such line");
      assertTrue(rest.contains("0"), "the last chunk: " + rest);
      assertNull(listener.line());
    }
    assertEquals(0, broadcast.clients());
  }

  @Test
  void onlySoManyListen() throws Exception {
    Broadcast broadcast = new Broadcast(_ -> List.of());
    List<Listener> listeners = new ArrayList<>();
    try (WebServer server = serve(broadcast, WebServer.HEARTBEAT)) {
      for (int i = 0; i < 64; i++) {
        listeners.add(Listener.of(server.port()));
      }
      await(() -> broadcast.clients() == 64);
      assertEquals(503, RawReply.get(server.port(), "/events").status());
      RawReply head = RawReply.ask(server.port(), "HEAD", "/events", "Host: localhost");
      assertEquals(200, head.status());
    } finally {
      for (Listener listener : listeners) {
        listener.close();
      }
    }
  }
}
