package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP itself, byte by byte. */
final class ProtocolTest {
  private static final String LOGIN = "{\"email\":\"anna@example.com\",\"password\":\"buyer-1\"}";

  private Storefront storefront;
  private RawConnection connection;

  @BeforeEach
  void open() throws IOException {
    storefront = Storefront.start(StorefrontOptions.defaults().withLatency("homepage=fixed:60ms"));
    connection = new RawConnection(storefront);
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    storefront.close();
  }

  @Test
  void pipelinedAnswersKeepTheOrderOfTheirRequests() throws IOException {
    connection.send(get("/") + get("/health") + get("/nowhere") + get("/assets/shop.css"));
    assertTrue(connection.read().body().startsWith("<!doctype html>"));
    assertTrue(connection.read().body().startsWith("{\"status\":\"ok\""));
    assertEquals(404, connection.read().status());
    assertTrue(connection.read().body().startsWith(":root"));
    assertEquals(4, storefront.truth().snapshot().total());
  }

  @Test
  void deepPipelineIsAnsweredToTheLast() throws IOException {
    int requests = 1_500;
    connection.send(get("/") + get("/health").repeat(requests));
    assertEquals(200, connection.read().status());
    for (int i = 0; i < requests; i++) {
      assertEquals(200, connection.read().status());
    }
    assertEquals(requests, storefront.truth().snapshot().count("GET /health", 200));
  }

  @Test
  void headInAPipelineHasNoBody() throws IOException {
    connection.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n" + get("/nowhere"));
    String head = connection.readHead();
    assertTrue(head.startsWith("HTTP/1.1 200 OK\r\n"), head);
    assertEquals(404, connection.read().status());
    assertEquals(1, storefront.truth().snapshot().count("HEAD /health", 200));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, Connection: close",
    "HTTP/1.0, X-None: 1",
  })
  void closesWhenAsked(String version, String header) throws IOException {
    connection.send("GET / " + version + "\r\nHost: a\r\n" + header + "\r\n\r\n" + get("/health"));
    RawConnection.Response answer = connection.read();
    assertEquals(200, answer.status());
    assertTrue(answer.head().contains("connection: close"), answer.head());
    assertTrue(connection.isClosedByServer());
    assertEquals(1, storefront.truth().snapshot().total());
  }

  @Test
  void http10MayKeepTheConnection() throws IOException {
    String request = "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    connection.send(request);
    assertTrue(connection.read().head().contains("connection: keep-alive"));
    connection.send(request);
    assertEquals(200, connection.read().status());
  }

  @Test
  void chunkedBodyIsPutTogether() throws IOException {
    String chunks =
        "5\r\n"
            + LOGIN.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(LOGIN.length() - 5)
            + "\r\n"
            + LOGIN.substring(5)
            + "\r\n"
            + "0\r\n\r\n";
    connection.send(
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
    assertEquals(200, connection.read().status());
  }

  @Test
  void continueIsSentWhenExpected() throws IOException {
    connection.send(
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
            + LOGIN.length()
            + "\r\n\r\n");
    assertTrue(connection.readHead().startsWith("HTTP/1.1 100 Continue"));
    connection.send(LOGIN);
    assertEquals(200, connection.read().status());
    assertEquals(1, storefront.truth().snapshot().total());
  }

  @ParameterizedTest
  @CsvSource({"X-None: 1", "Expect: 100-continue"})
  void bodyOverTheLimitIsRefusedInOrderAndCounted(String header) throws IOException {
    int size = (1 << 20) + 1;
    connection.send(
        get("/")
            + "POST /cart/add HTTP/1.1\r\nHost: a\r\n"
            + header
            + "\r\nContent-Length: "
            + size
            + "\r\n\r\n");
    assertEquals(200, connection.read().status());
    assertEquals(413, connection.read().status());
    connection.send("x".repeat(size) + get("/health"));
    assertEquals(200, connection.read().status());
    assertEquals(1, storefront.truth().snapshot().count("POST /cart/add", 413));
    assertEquals(3, storefront.truth().snapshot().total());
  }

  @Test
  void malformedRequestIsAnsweredCountedAndClosed() throws IOException {
    connection.send("this is not HTTP\r\n\r\n");
    assertEquals(400, connection.read().status());
    assertTrue(connection.isClosedByServer());
    assertEquals(1, storefront.truth().snapshot().count("(malformed)", 400));
  }

  @ParameterizedTest
  @CsvSource({"GET /%zz HTTP/1.1, 400", "GET /%68ealth?x=%zz HTTP/1.1, 200"})
  void percentSignsAreDecoded(String requestLine, int status) throws IOException {
    connection.send(requestLine + "\r\nHost: a\r\n\r\n");
    assertEquals(status, connection.read().status());
  }

  @Test
  void tooLongLineAndTooLargeHeadersHaveTheirOwnStatus() throws IOException {
    connection.send(get("/" + "a".repeat(5_000)));
    assertEquals(414, connection.read().status());
    try (RawConnection second = new RawConnection(storefront)) {
      second.send("GET / HTTP/1.1\r\nX: " + "a".repeat(9_000) + "\r\n\r\n");
      assertEquals(431, second.read().status());
    }
  }

  @Test
  void absoluteTargetIsUnderstood() throws IOException {
    connection.send("GET http://shop.example.com/health?x=1 HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals(200, connection.read().status());
  }

  @Test
  void headersAreComplete() throws IOException {
    connection.send(get("/health"));
    RawConnection.Response answer = connection.read();
    assertTrue(answer.head().contains("content-type: application/json\r\n"), answer.head());
    assertTrue(answer.head().contains("content-length: " + answer.body().length()));
    assertTrue(
        answer.head().matches("(?s).*date: \\w{3}, \\d{2} \\w{3} \\d{4} [0-9:]{8} GMT\r\n.*"),
        answer.head());
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }
}
