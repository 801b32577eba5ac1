package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.truth.TruthSnapshot;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HTTP/1.1 connections that the storefront ends on purpose. */
final class ConnectionEndTest {
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

  @Test
  void lastRequestOfAConnectionIsAnsweredWithClose() throws IOException {
    StorefrontOptions options = StorefrontOptions.defaults().withRequestsPerConnection(3);
    try (Storefront storefront = Storefront.start(options)) {
      for (int round = 0; round < 2; round++) {
        try (RawConnection connection = new RawConnection(storefront)) {
          connection.send(HEALTH.repeat(5));
          assertFalse(connection.read().head().contains("connection:"));
          assertFalse(connection.read().head().contains("connection:"));
          assertTrue(connection.read().head().contains("connection: close"));
          assertTrue(connection.isClosedByServer());
        }
      }
      assertEquals(6, storefront.truth().snapshot().total());
    }
  }

  @Test
  void closeComesWithTheLastAnswerNotWithTheLastButOne() throws IOException {
    StorefrontOptions options = StorefrontOptions.defaults().withRequestsPerConnection(2);
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      String login = "{\"email\":\"anna@example.com\",\"password\":\"buyer-1\"}";
      connection.send(
          HEALTH + "POST /auth/login HTTP/1.1\r\nContent-Length: " + login.length() + "\r\n\r\n");
      assertFalse(connection.read().head().contains("connection:"));
      connection.send(login);
      RawConnection.Response last = connection.read();
      assertEquals(200, last.status());
      assertTrue(last.head().contains("connection: close"), last::head);
      assertTrue(connection.isClosedByServer());
    }
  }

  @Test
  void resetComesInTheAnswersPlace() throws IOException {
    StorefrontOptions options = StorefrontOptions.defaults().withResetRate("homepage=100%");
    try (Storefront storefront = Storefront.start(options)) {
      try (RawConnection connection = new RawConnection(storefront)) {
        connection.send(HEALTH);
        assertEquals(200, connection.read().status());
        connection.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n" + HEALTH);
        assertThrows(SocketException.class, connection::isClosedByServer);
      }
      TruthSnapshot truth = storefront.truth().snapshot();
      assertEquals(1, truth.total());
      assertEquals(1, truth.reset());
      assertEquals(0, truth.abandoned());
    }
  }

  @Test
  void impossibleLimitsAreRefused() {
    List<Runnable> impossible =
        List.of(
            () -> StorefrontOptions.defaults().withRequestsPerConnection(0),
            () -> StorefrontOptions.defaults().withConcurrentStreams(0));
    List<String> messages =
        impossible.stream()
            .map(each -> assertThrows(IllegalArgumentException.class, each::run).getMessage())
            .toList();
    assertEquals(
        List.of(
            "requests per connection must be > 0, was 0", "concurrent streams must be > 0, was 0"),
        messages);
  }
}
