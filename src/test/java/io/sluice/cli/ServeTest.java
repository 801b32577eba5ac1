package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its users start it. */
@DisabledOnOs(OS.WINDOWS)
final class ServeTest {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  @TempDir private static Path folder;
  private static Path runs = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    runs = Files.createDirectory(folder.resolve("runs"));
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation.of(
          "hit",
          shop.baseUri() + "/health",
          "--quiet",
          "--rate=50/s",
          "--duration=1s",
          "--out=" + runs.resolve("a"));
    }
  }

  private interface Visit {
    void to(URI server) throws Exception;
  }

  private static void serving(Visit visit, String... more) throws Exception {
    List<String> quick = List.of("-XX:TieredStopAtLevel=1");
    String[] arguments = Argv.of(more, "serve", "--bind=0", "--runs=" + runs);
    try (SluiceProcess server = SluiceProcess.start(folder, quick, arguments)) {
      Poll.until("an address", () -> ADDRESS.matcher(server.out()).find() || !server.alive());
      Matcher address = ADDRESS.matcher(server.out());
      assertTrue(address.find(), server.out() + server.err());
      visit.to(URI.create(address.group()));
      server.signal("TERM");
      assertEquals(0, server.exitCode(), server.err());
      assertEquals("", server.err());
    }
  }

  private static HttpResponse<String> get(URI uri, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void listsRunsAndOpensTheirFiles() throws Exception {
    serving(
        server -> {
          HttpResponse<String> page = get(server);
          assertEquals(200, page.statusCode());
          assertTrue(page.headers().firstValue("content-type").orElse("").startsWith("text/html"));
          String policy = page.headers().firstValue("content-security-policy").orElse("");
          assertTrue(policy.contains("connect-src 'self'"), policy);
          assertFalse(policy.contains("unsafe"), policy);

          JsonNode run =
              new ObjectMapper().readTree(get(server.resolve("runs.json")).body()).at("/runs/0");
          assertEquals("judged", run.path("state").asText());
          assertEquals("hit", run.path("name").asText());
          for (JsonNode file : run.path("files")) {
            HttpResponse<String> opened = get(server.resolve("runs/a/" + file.asText()));
            assertEquals(200, opened.statusCode(), file.asText());
            assertEquals(Files.readString(runs.resolve("a").resolve(file.asText())), opened.body());
          }
          HttpResponse<String> report = get(server.resolve("runs/a/report.html"));
          String sandbox = report.headers().firstValue("content-security-policy").orElse("");
          assertTrue(sandbox.startsWith("sandbox allow-scripts"), sandbox);
          for (String elsewhere :
              List.of(
                  "runs/history.db",
                  "runs/a",
                  "runs/a/",
                  "runs/a/../history.db",
                  "runs/a/%2e%2e/history.db",
                  "runs/%2e%2e/runs/a/run.log",
                  "runs/..%2fruns/a/run.log",
                  "runs/a/run.log%00",
                  "history.db")) {
            URI uri = URI.create(server + elsewhere);
            assertEquals(404, get(uri).statusCode(), elsewhere);
          }
        });
  }

  @Test
  void aTokenIsDemandedWhereOneIsGiven() throws Exception {
    serving(
        server -> {
          assertEquals(401, get(server).statusCode());
          assertEquals(200, get(server, "Authorization", "Bearer correct-horse").statusCode());
        },
        "--token=correct-horse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bind=x | --bind: expected [HOST:]PORT such as 8080 or 0.0.0.0:8080, was 'x'",
        "--bind=99999 | --bind: a port must be from 0 to 65535, was 99999",
        "--bind=192.0.2.1:1 | --bind 192.0.2.1:1: cannot listen there: Cannot assign requested address",
        "--token=short --bind=0 | --token: expected a token of 8 or more printable ASCII characters"
            + " without blanks"
      })
  void mistakesAreToldInOneSentence(String row) {
    String[] parts = row.split(" \\| ", 2);
    Invocation ended = Invocation.of(Argv.of(parts[0].split(" ", -1), "serve", "--runs=" + runs));
    assertEquals(2, ended.code());
    assertEquals("sluice: " + parts[1], ended.err().strip());
  }

  @Test
  void aFolderThatIsNotThereAndAWeakTokenOfTheEnvironmentAreTold() {
    Invocation ended = Invocation.of("serve", "--runs=" + runs.resolve("nowhere"));
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("there is no such folder"), ended.err());
    Invocation weak =
        Invocation.in(Map.of("SLUICE_TOKEN", "x"), "serve", "--bind=0", "--runs=" + runs);
    assertTrue(weak.err().startsWith("sluice: SLUICE_TOKEN: expected a token"), weak.err());
  }
}
