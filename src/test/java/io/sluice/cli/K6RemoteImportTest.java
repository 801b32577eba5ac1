package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that import by URL, from a real server. */
final class K6RemoteImportTest {
  private static final Map<String, String> MODULES =
      Map.of(
          "/dir/lib.js", "import { y } from './inner/y.js'; export const x = `x${y}`;",
          "/dir/inner/y.js", "import z from '/root.ts'; export const y = `y${z}`;",
          "/root.ts", "const z: string = 'z'; export default z;",
          "/moved/lib.js", "-> /dir/lib.js",
          "/broken.js", "export const x = ;",
          "/outer.js", "\nexport { x } from './none.js';",
          "/page.js", "<html>",
          "/query.js?v=1", "export const x = 'q';");

  @TempDir private Path folder;
  private HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String text = MODULES.get(exchange.getRequestURI().toString());
    int status = text == null ? 404 : text.startsWith("-> ") ? 302 : 200;
    if (text != null && status == 302) {
      exchange.getResponseHeaders().add("Location", text.substring(3));
    }
    byte[] body = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Invocation run(String path, String... flags) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("script.js"),
            "import { x } from '%s';\nexport default () => { console.log(`got ${x}`); };\n"
                .formatted(path.replace("BASE", base())));
    String[] arguments = {
      "k6", "run", "-q", "--no-lint", "--run-folder", folder.resolve("run").toString()
    };
    return Invocation.of(
        java.util.stream.Stream.of(arguments, flags, new String[] {script.toString()})
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "BASE/dir/lib.js, xyz, 3",
    "BASE/moved/lib.js, xyz, 4",
    "BASE/query.js?v=1, q, 1",
  })
  void importedModulesImportFromWhereTheyAre(String url, String seen, int requests)
      throws IOException {
    Invocation ended = run(url, "--allow-remote-imports", "-u", "3", "-i", "3");
    assertEquals(0, ended.code(), ended::err);
    assertTrue(ended.err().contains("\"got " + seen + "\""), ended::err);
    assertEquals(requests, asked.get(), "each is fetched once, for all users");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BASE/none.js | script.js:1:19: importing \\\"BASE/none.js\\\" failed: the server answered"
            + " with status 404",
        "BASE/page.js | script.js:1:19: importing \\\"BASE/page.js\\\" failed: the server answered"
            + " with a page (HTML), not with a script",
        "http://127.0.0.1:1/x.js | script.js:1:19: importing \\\"http://127.0.0.1:1/x.js\\\""
            + " failed: the server cannot be reached",
        "BASE/outer.js | BASE/outer.js:2:19: importing \\\"BASE/none.js\\\" failed: the server"
            + " answered with status 404",
        "BASE/broken.js | SyntaxError: BASE/broken.js:1:18: ",
        "127.0.0.1:1/x.js | script.js:1:19: importing \\\"https://127.0.0.1:1/x.js\\\" failed: the"
            + " server cannot be reached",
      })
  void whatCannotBeImportedIsOneSentence(String url, String sentence) throws IOException {
    Invocation ended = run(url, "--allow-remote-imports");
    assertEquals(107, ended.code(), ended::err);
    assertTrue(ended.err().contains(sentence.replace("BASE", base())), ended::err);
    assertEquals(1, ended.err().lines().count(), ended::err);
  }

  @Test
  void nothingIsFetchedUnasked() throws IOException {
    Invocation ended = run("BASE/dir/lib.js");
    assertEquals(107, ended.code(), ended::err);
    assertTrue(ended.err().contains("or run with --allow-remote-imports"), ended::err);
    assertEquals(0, asked.get());
  }
}
