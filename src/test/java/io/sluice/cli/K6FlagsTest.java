package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each flag of {@code k6 run} does what it does in k6. */
final class K6FlagsTest {
  private static final String GET =
      "import http from 'k6/http';\nexport default () => { http.get(`${__ENV.BASE_URL}/a`); };\n";

  @TempDir private Path folder;
  private HttpServer server;
  private final Set<Integer> peers = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> agents = new ConcurrentLinkedQueue<>();

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
    peers.add(exchange.getRemoteAddress().getPort());
    agents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    boolean redirect = path.equals("/from");
    if (path.equals("/gzip")) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
        zip.write(body);
      }
      body = bytes.toByteArray();
    }
    if (redirect) {
      exchange.getResponseHeaders().add("Location", "/to");
    }
    exchange.sendResponseHeaders(redirect ? 302 : 200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private Invocation run(String script, String... flags) throws IOException {
    return run(Map.of(), script, flags);
  }

  private Invocation run(Map<String, String> environment, String script, String... flags)
      throws IOException {
    Path file = Files.writeString(folder.resolve("script.js"), script);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "k6",
                "run",
                "-q",
                "--no-lint",
                "--run-folder",
                folder.resolve("run").toString(),
                "-e",
                "BASE_URL=http://127.0.0.1:" + server.getAddress().getPort()));
    arguments.addAll(List.of(flags));
    arguments.add(file.toString());
    return Invocation.in(environment, arguments.toArray(String[]::new));
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }

  @Test
  void durationAndStagesReplaceTheScriptsOwn() throws IOException {
    String script = "export const options = { iterations: 1 };\nexport default () => {};\n";
    String export = folder.resolve("s.json").toString();
    Invocation ended = run(script, "--duration", "1s", "--vus", "2", "--summary-export", export);
    assertEquals(0, ended.code(), ended::err);
    assertTrue(json("s.json").path("metrics").path("iterations").path("count").asLong() > 10);
    assertEquals(2, json("s.json").path("metrics").path("vus_max").path("value").asLong());
  }

  @Test
  void stagesRamp() throws IOException {
    String script = "import { sleep } from 'k6';\nexport default () => { sleep(0.1); };\n";
    String export = folder.resolve("s.json").toString();
    Invocation ended =
        run(script, "--stage", "1s:3", "--stage", "200ms:0", "--summary-export", export);
    assertEquals(0, ended.code(), ended::err);
    assertEquals(3, json("s.json").path("metrics").path("vus_max").path("value").asLong());
  }

  @Test
  void aTagIsOnAllSamples() throws IOException {
    String script =
        """
        export const options = { thresholds: { 'iterations{team:a}': ['count==1'] } };
        export default () => {};
        """;
    assertEquals(0, run(script, "--tag", "team=a").code());
    folder.resolve("run").toFile().renameTo(folder.resolve("before").toFile());
    assertEquals(99, run(script, "--tag", "team=b").code());
  }

  @Test
  void setupAndTeardownCanBeLeftOut() throws IOException {
    String script =
        """
        export function setup() { console.log('set up'); }
        export default () => { console.log('between'); };
        export function teardown() { console.log('torn down'); }
        """;
    Invocation ended = run(script, "--no-setup", "--no-teardown");
    assertFalse(ended.err().contains("set up"), ended::err);
    assertTrue(ended.err().contains("between"), ended::err);
    assertFalse(ended.err().contains("torn down"), ended::err);
  }

  @Test
  void theSummaryCanBeFull() throws IOException {
    String out = run(GET, "--summary-mode", "full").out();
    assertTrue(out.contains("http_req_waiting"), out);
  }

  @Test
  void theSummaryCanBeLeftOut() throws IOException {
    String out = run(GET, "--summary-mode", "disabled").out();
    assertFalse(out.contains("http_reqs"), out);
  }

  @Test
  void theSummarysStatisticsAndUnitAreChosen() throws IOException {
    String out =
        run(GET, "--summary-trend-stats", "p(99),count", "--summary-time-unit", "us").out();
    String line =
        out.lines().filter(text -> text.contains("iteration_duration")).findFirst().orElse(out);
    assertTrue(line.matches(".*: p\\(99\\)=[\\d.]+µs count=1\\s*"), line);
  }

  @Test
  void theNewerSummaryIsAnotherJson() throws IOException {
    String export = folder.resolve("s.json").toString();
    run(GET, "--new-machine-readable-summary", "--summary-export", export);
    assertEquals("local", json("s.json").path("config").path("execution").asText());
  }

  @Test
  void theScriptCanWriteTheSummary() throws IOException {
    String script =
        """
        export default () => {};
        export function handleSummary(data) {
          return { stdout: 'mine: ' + data.metrics.iterations.values.count + '\\n' };
        }
        """;
    assertEquals("mine: 1\n", run(script).out().lines().findFirst().orElse("") + "\n");
  }

  @Test
  void redirectsCanBeKept() throws IOException {
    String script =
        """
        import http from 'k6/http';
        export default () => { console.log(http.get(`${__ENV.BASE_URL}/from`).status); };
        """;
    Invocation ended = run(script, "--max-redirects", "0");
    assertTrue(ended.err().contains("msg=302"), ended::err);
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    String script =
        """
        import http from 'k6/http';
        export default () => { console.log(http.get(`${__ENV.BASE_URL}/from`).url); };
        """;
    Invocation ended = run(script);
    assertTrue(ended.err().contains("/to"), ended::err);
    assertEquals(2, agents.size());
  }

  @Test
  void encodedAnswersAreDecoded() throws IOException {
    String script =
        """
        import http from 'k6/http';
        export default () => { console.log(http.get(`${__ENV.BASE_URL}/gzip`).body); };
        """;
    Invocation ended = run(script);
    assertTrue(ended.err().contains("msg=hello"), ended::err);
  }

  @Test
  void failedRequestsCanThrow() throws IOException {
    String script =
        """
        import http from 'k6/http';
        export default () => { http.get('http://127.0.0.1:1/'); console.log('went on'); };
        """;
    assertFalse(run(script, "--throw").err().contains("went on"));
  }

  @Test
  void theUserAgentIsChosen() throws IOException {
    run(GET, "--user-agent", "mine/1");
    assertEquals(List.of("mine/1"), List.copyOf(agents));
  }

  @Test
  void bodiesCanBeDiscarded() throws IOException {
    String script =
        """
        import http from 'k6/http';
        export default () => { console.log(http.get(`${__ENV.BASE_URL}/a`).body); };
        """;
    assertTrue(run(script, "--discard-response-bodies").err().contains("msg=null"));
  }

  @Test
  void anIterationCanHaveALeastDuration() throws IOException {
    long start = System.nanoTime();
    run("export default () => {};\n", "--min-iteration-duration", "400ms", "--iterations", "2");
    assertTrue(System.nanoTime() - start > 400_000_000L);
  }

  @Test
  void theProcesssEnvironmentCanBeKeptOut() throws IOException {
    String script = "export default () => { console.log(`is ${__ENV.SECRET}`); };\n";
    Map<String, String> environment = Map.of("SECRET", "known");
    assertTrue(
        run(environment, script, "--include-system-env-vars=false").err().contains("is undefined"));
  }

  @Test
  void connectionsCanBeForEachRequest() throws IOException {
    String twice = GET.replace("};", "http.get(`${__ENV.BASE_URL}/b`); };");
    run(twice, "--no-connection-reuse");
    assertEquals(2, peers.size());
  }

  @Test
  void connectionsCanBeForEachIteration() throws IOException {
    String twice = GET.replace("};", "http.get(`${__ENV.BASE_URL}/b`); };");
    run(twice, "--no-vu-connection-reuse", "--iterations", "3", "--vus", "1");
    assertEquals(3, peers.size());
  }

  @Test
  void systemTagsAreChosen() throws IOException {
    Path csv = folder.resolve("samples.csv");
    run(GET, "--system-tags", "status,method", "--out", "csv=" + csv);
    assertEquals(
        "metric_name,timestamp,metric_value,method,status,extra_tags,metadata",
        Files.readAllLines(csv).getFirst());
  }

  @Test
  void thresholdsCanBePassedOver() throws IOException {
    String script =
        """
        export const options = { thresholds: { iterations: ['count>5'] } };
        export default () => {};
        """;
    assertEquals(0, run(script, "--no-thresholds").code());
  }
}
