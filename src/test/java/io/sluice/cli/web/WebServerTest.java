package io.sluice.cli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets. */
final class WebServerTest {
  private static final String TOKEN = "correct-horse";
  private static final List<Route> ECHO =
      List.of(route("/", request -> "root"), route("/a/*", WebRequest::path));

  private interface Text {
    String of(WebRequest request) throws IOException;
  }

  private record TextRoute(String path, Text text) implements Route {
    @Override
    public Answer answer(WebRequest request) throws IOException {
      return Answer.json(text.of(request));
    }
  }

  private static Route route(String path, Text text) {
    return new TextRoute(path, text);
  }

  private static WebServer open(List<Route> routes) throws IOException {
    Binding binding = Binding.loopback(0);
    return WebServer.start(binding, Access.of(binding, ""), routes);
  }

  private static WebServer guarded() throws IOException {
    Binding binding = Binding.loopback(0);
    return WebServer.start(binding, Access.of(binding, TOKEN), ECHO);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, root",
    "/?x=1, 200, root",
    "/a/b%20c, 200, /a/b c",
    "/a/, 200, /a/",
    "/a, 404, There is nothing of that name.",
    "/b, 404, There is nothing of that name."
  })
  void findsTheRouteOfAPath(String target, int status, String body) throws IOException {
    try (WebServer server = open(ECHO)) {
      RawReply reply = RawReply.get(server.port(), target);
      assertEquals(status, reply.status(), reply.head());
      assertEquals(body, reply.body().strip());
    }
  }

  @Test
  void everyAnswerHasTheHeadersThatKeepItSafe() throws IOException {
    try (WebServer server = open(ECHO)) {
      for (String target : List.of("/", "/nowhere")) {
        RawReply reply = RawReply.get(server.port(), target);
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("no-referrer", reply.header("Referrer-Policy"));
        assertEquals("DENY", reply.header("X-Frame-Options"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("same-origin", reply.header("Cross-Origin-Resource-Policy"));
        assertEquals(Answer.STRICT_POLICY, reply.header("Content-Security-Policy"));
        assertEquals("", reply.header("Access-Control-Allow-Origin"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"})
  void itIsReadOnly(String method) throws IOException {
    try (WebServer server = open(ECHO)) {
      RawReply reply =
          RawReply.ask(server.port(), method, "/", "Host: localhost", "Content-Length: 0");
      assertEquals(405, reply.status());
      assertEquals("GET, HEAD", reply.header("Allow"));
    }
  }

  @Test
  void headSaysWhatGetWouldWithoutTheBody() throws IOException {
    try (WebServer server = open(ECHO)) {
      RawReply reply = RawReply.ask(server.port(), "HEAD", "/", "Host: localhost");
      assertEquals(200, reply.status());
      assertEquals("4", reply.header("Content-Length"));
      assertEquals("", reply.body());
    }
  }

  @Test
  void whatTheClientHasIsNotSentAgain() throws IOException {
    try (WebServer server = open(ECHO)) {
      String tag = RawReply.get(server.port(), "/").header("ETag");
      RawReply again = RawReply.get(server.port(), "/", "If-None-Match: " + tag);
      assertEquals(304, again.status());
      assertEquals("", again.body());
      assertEquals(200, RawReply.get(server.port(), "/", "If-None-Match: \"x\"").status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:1, 200",
    "127.0.0.1, 200",
    "127.3.2.1:8080, 200",
    "[::1]:80, 200",
    "evil.example, 421",
    "evil.example:80, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "192.0.2.1, 421",
    "0.0.0.0, 421",
    "'', 421"
  })
  void aNameOfAnotherSiteIsNotAnswered(String host, int status) throws IOException {
    try (WebServer server = open(ECHO)) {
      assertEquals(status, RawReply.ask(server.port(), "GET", "/", "Host: " + host).status(), host);
    }
  }

  @Test
  void withoutTheTokenNothingIsShown() throws IOException {
    try (WebServer server = guarded()) {
      for (String target : List.of("/", "/nowhere", "/?token=", "/?token=correct-hors")) {
        RawReply reply = RawReply.get(server.port(), target);
        assertEquals(401, reply.status(), target);
        assertTrue(reply.header("WWW-Authenticate").startsWith("Bearer"));
        assertFalse(reply.head().contains("Set-Cookie"));
        assertFalse(reply.body().contains("root"));
      }
      assertFalse(server.uri().toString().contains("token"));
    }
  }

  @Test
  void theTokenOpensAsBearer() throws IOException {
    try (WebServer server = guarded()) {
      String right = "Authorization: Bearer " + TOKEN;
      assertEquals("root", RawReply.get(server.port(), "/", right).body());
      assertEquals(401, RawReply.get(server.port(), "/", right + "x").status());
      assertEquals(401, RawReply.get(server.port(), "/", "Authorization: Basic eA==").status());
    }
  }

  @Test
  void theTokenInTheAddressBecomesACookie() throws IOException {
    try (WebServer server = guarded()) {
      RawReply welcome = RawReply.get(server.port(), "/a/b?x=1&token=" + TOKEN);
      assertEquals(303, welcome.status());
      assertEquals("/a/b?x=1", welcome.header("Location"));
      String cookie = welcome.header("Set-Cookie");
      assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), cookie);
      assertFalse(cookie.contains(TOKEN));
      String kept = "Cookie: other=1; " + cookie.replaceFirst(";.*", "");
      assertEquals("/a/b", RawReply.get(server.port(), "/a/b?x=1", kept).body());
      assertEquals(401, RawReply.get(server.port(), "/", kept + "0").status());
    }
  }

  @Test
  void aLinkFromAnotherSiteGoesOnByItself() throws IOException {
    try (WebServer server = guarded()) {
      RawReply welcome =
          RawReply.get(server.port(), "/a/b?token=" + TOKEN, "Sec-Fetch-Site: cross-site");
      assertEquals(200, welcome.status());
      assertEquals("0; url=/a/b", welcome.header("Refresh"));
    }
  }

  @Test
  void theTokenNeverLeadsElsewhere() throws IOException {
    try (WebServer server = guarded()) {
      RawReply welcome = RawReply.get(server.port(), "///evil.example/?token=" + TOKEN);
      if (welcome.status() == 303) {
        assertTrue(welcome.header("Location").matches("/[^/].*|/"), welcome.head());
      }
    }
  }

  @Test
  void elsewhereThanOnTheLoopbackAddressItDemandsATokenAndTellsIt() throws IOException {
    Binding everywhere = Binding.parse("0.0.0.0:0");
    try (WebServer server = WebServer.start(everywhere, Access.of(everywhere, ""), ECHO)) {
      assertEquals(401, RawReply.ask(server.port(), "GET", "/", "Host: some.host").status());
      String query = server.uri().getRawQuery();
      RawReply welcome = RawReply.ask(server.port(), "GET", "/?" + query, "Host: some.host");
      assertEquals(303, welcome.status());
    }
  }

  @Test
  void aRouteThatFailsIsToldWithoutDetails() throws IOException {
    Route broken =
        route(
            "/",
            request -> {
              throw new IOException("/secret/place");
            });
    try (WebServer server = open(List.of(broken))) {
      RawReply reply = RawReply.get(server.port(), "/");
      assertEquals(500, reply.status());
      assertFalse(reply.body().contains("secret"));
    }
  }

  @Test
  void sendsFilesButNoLinks(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "all of it");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path empty = Files.createFile(folder.resolve("empty"));
    record FileRoute(String path, Path file) implements Route {
      @Override
      public Answer answer(WebRequest request) {
        return new Answer.Stored(file, "text/plain", Map.of());
      }
    }
    List<Route> routes =
        List.of(
            new FileRoute("/file", file),
            new FileRoute("/link", link),
            new FileRoute("/empty", empty));
    try (WebServer server = open(routes)) {
      RawReply reply = RawReply.get(server.port(), "/file");
      assertEquals("all of it", reply.body());
      assertEquals("text/plain", reply.header("Content-Type"));
      assertEquals("9", reply.header("Content-Length"));
      assertEquals(404, RawReply.get(server.port(), "/link").status());
      assertEquals(200, RawReply.get(server.port(), "/empty").status());
      assertEquals(
          "9",
          RawReply.ask(server.port(), "HEAD", "/file", "Host: localhost").header("Content-Length"));
    }
  }

  @Test
  void aPortThatIsTakenIsToldAndAClosedServerIsGone() throws IOException {
    WebServer server = open(ECHO);
    try (server) {
      Binding same = Binding.loopback(server.port());
      assertThrows(IOException.class, () -> WebServer.start(same, Access.of(same, ""), ECHO));
    }
    assertThrows(ConnectException.class, () -> RawReply.get(server.port(), "/"));
  }
}
