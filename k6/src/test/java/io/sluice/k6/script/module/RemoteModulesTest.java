package io.sluice.k6.script.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules of real servers. */
@Timeout(60)
class RemoteModulesTest {
  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server);
  }

  private static void serve(HttpServer on) {
    on.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    on.createContext("/lib.js", e -> answer(e, 200, "text/javascript", "export const x = 1;"));
    on.createContext("/page.js", e -> answer(e, 200, "text/html", "<html></html>"));
    on.createContext("/plain", e -> answer(e, 200, "text/plain", "\n<!doctype html>"));
    on.createContext(
        "/moved/from.js",
        e -> {
          e.getResponseHeaders().add("Location", "/lib.js");
          answer(e, 302, "text/plain", "there");
        });
    on.createContext(
        "/moved/nowhere.js",
        e -> {
          e.getResponseHeaders().add("Location", "/none.js");
          answer(e, 301, "text/plain", "there");
        });
    on.createContext(
        "/slow.js",
        e -> {
          e.sendResponseHeaders(200, 100);
          e.getResponseBody().write('x');
          e.getResponseBody().flush(); // and no more
        });
    on.start();
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static RemoteModules modules() {
    return new RemoteModules(true, Duration.ofSeconds(2), HttpClient::newBuilder);
  }

  private static String failure(String url) {
    return String.valueOf(
        assertThrows(ModuleProblem.class, () -> modules().fetch(url)).getMessage());
  }

  @Test
  void aModuleIsFetched() throws Exception {
    assertEquals("export const x = 1;", modules().fetch(url("/lib.js")).text());
  }

  @Test
  void redirectsAreFollowed() throws Exception {
    var fetched = modules().fetch(url("/moved/from.js"));
    assertEquals("export const x = 1;", fetched.text());
    assertEquals(url("/lib.js"), fetched.url().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/none.js, the server answered with status 404",
    "/page.js, 'the server answered with a page (HTML), not with a script'",
    "/plain, 'the server answered with a page (HTML), not with a script'",
    "/moved/nowhere.js, 'BASE/none.js, where it was redirected to, answered with status 404'",
    "/slow.js, no whole answer within 2 s",
  })
  void whatIsNoModuleIsOneSentence(String path, String why) {
    assertEquals(
        "importing \"" + url(path) + "\" failed: " + why.replace("BASE", url("")),
        failure(url(path)));
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() {
    assertEquals(
        "importing \"http://127.0.0.1:1/x.js\" failed: the server cannot be reached",
        failure("http://127.0.0.1:1/x.js"));
  }

  @ParameterizedTest
  @CsvSource({
    "import x from './x.js';, import x from 'https://a.test/dir/x.js';",
    "import x from \"../x.js\";, import x from \"https://a.test/x.js\";",
    "import('/x.js'), import('https://a.test/x.js')",
    "import '/x.js';, import 'https://a.test/x.js';",
    "export*from\"//b.test/x.js\", export*from\"https://b.test/x.js\"",
    "import x from 'k6/http';, import x from 'k6/http';",
    "import x from 'https://b.test/x.js';, import x from 'https://b.test/x.js';",
  })
  void importsByPathAreMeantFromTheModulesPlace(String text, String resolved) {
    var fetched = new RemoteModules.Fetched(URI.create("https://a.test/dir/lib.js"), text);
    assertEquals(resolved, fetched.resolved());
  }

  // ---- TLS

  private SSLContext tls() throws Exception {
    Path store = folder.resolve("store.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "password",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals(0, made.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "password".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "password".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void modulesComeOverTlsFromWhoIsTrusted() throws Exception {
    SSLContext context = tls();
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    serve(secure);
    try {
      String url = "https://127.0.0.1:" + secure.getAddress().getPort() + "/lib.js";
      var trusting =
          new RemoteModules(
              true, Duration.ofSeconds(20), () -> HttpClient.newBuilder().sslContext(context));
      assertEquals("export const x = 1;", trusting.fetch(url).text());
      String refusal = failure(url);
      assertTrue(refusal.startsWith("importing \"" + url + "\" failed: no TLS: "), refusal);
    } finally {
      secure.stop(0);
    }
  }
}
