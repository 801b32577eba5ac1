package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first look at one URL. One request before the load is in the shop's truth alone. */
final class HitTest {
  private static final String CREDENTIALS =
      "{\"email\":\"anna@example.com\",\"password\":\"buyer-1\"}";

  @TempDir private Path folder;
  private Storefront shop = Storefront.start(StorefrontOptions.defaults());
  private StoredRun run = new StoredRun(Path.of(""));

  @BeforeEach
  void chooseFolder() {
    run = new StoredRun(folder.resolve("run"));
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  private Invocation hit(String path, String... more) {
    return Invocation.of(
        Argv.of(more, "hit", shop.baseUri() + path, "--quiet", "--out=" + run.folder()));
  }

  private long truth(String endpoint, int status) {
    return shop.truth().snapshot().count(endpoint, status);
  }

  @Test
  void closedModel() {
    Invocation ended = hit("/health", "--users=3", "--duration=1s", "--slo=error_rate < 5%");

    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertEquals(Map.of(200, truth("GET /health", 200) - 1), run.statuses("hit"));
    assertEquals("closed", run.summary().path("model").asText());
  }

  @Test
  void openModel() {
    hit("/health", "--rate=200/s", "--duration=2s");

    long seen = run.outcome("hit", "ok");
    assertEquals(truth("GET /health", 200) - 1, seen);
    // a Poisson process of mean 400 and standard deviation 20: five of them on each side
    assertTrue(seen >= 300 && seen <= 500, () -> "arrivals: " + seen);
    assertEquals("open", run.summary().path("model").asText());
    assertEquals(seen, run.summary().at("/load/planned").asLong());
    assertEquals(seen, run.summary().at("/load/offered").asLong());
  }

  @Test
  void theSameSeedGivesTheSameArrivals() {
    hit("/health", "--rate=6000/min", "--duration=2s", "--seed=3");
    long first = run.outcome("hit", "ok");
    run = new StoredRun(folder.resolve("again"));
    hit("/health", "--rate=100/s", "--duration=2s", "--seed=3", "--loops=2");
    assertEquals(first, run.outcome("hit", "ok"));
  }

  @Test
  void objectivesPassAndFail() {
    Invocation passed =
        hit(
            "/health",
            "--users=2",
            "--duration=1s",
            "--slo=error_rate<5%",
            "--slo=availability > 90%");
    assertEquals(0, passed.code(), passed.out());
    assertEquals(2, run.verdict().path("slos").size());

    run = new StoredRun(folder.resolve("failing"));
    Invocation failed = hit("/no/such/page", "--users=2", "--duration=1s", "--slo=error_rate < 5%");
    assertEquals(3, failed.code(), failed.out());
    assertTrue(failed.out().contains("error_rate < 5%"), failed.out());
    assertEquals(Map.of(404, run.outcome("hit", "http_error")), run.statuses("hit"));
  }

  @Test
  void aWarningLeavesTheVerdictAlone() {
    Invocation ended =
        hit(
            "/no/such/page",
            "--users=2",
            "--duration=3s",
            "--slo=error_rate <= 100%",
            "--warn=error_rate < 5%");

    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertEquals(2, run.verdict().path("slos").size());
    assertEquals("warn", run.verdict().at("/slos/1/severity").asText());
    assertEquals("FAIL", run.status("error_rate < 5%"));
    assertTrue(ended.out().contains("WARN"), ended.out());
  }

  @Test
  void withoutObjectivesTheReleaseGateApplies() {
    Invocation ended = hit("/no/such/page", "--users=2", "--duration=1s");

    assertEquals(3, ended.code(), ended.out());
    assertEquals("FAIL", run.status("error_rate < 5%"));
    assertEquals(3, run.verdict().path("slos").size());
  }

  @Test
  void aBodyMakesItPost() {
    hit(
        "/auth/login",
        "--users=1",
        "--duration=1s",
        "--header=Content-Type: application/json",
        "--body=" + CREDENTIALS);

    assertTrue(run.outcome("hit", "ok") > 0);
    assertEquals(Map.of(200, truth("POST /auth/login", 200) - 1), run.statuses("hit"));
  }

  @Test
  void theBodyMayComeFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("login.json"), CREDENTIALS);
    hit(
        "/auth/login",
        "--method=post",
        "--users=1",
        "--duration=1s",
        "-H=Content-Type: application/json",
        "--body=@" + file);

    assertTrue(run.outcome("hit", "ok") > 0);
    assertEquals(Map.of(200, truth("POST /auth/login", 200) - 1), run.statuses("hit"));
  }

  @Test
  void headersAreSent() throws Exception {
    hit("/orders", "--users=1", "--duration=1s");
    assertEquals(Map.of(401, truth("GET /orders", 401) - 1), run.statuses("hit"));

    run = new StoredRun(folder.resolve("authorized"));
    hit("/orders", "--users=1", "--duration=1s", "--header", "Authorization: Bearer " + token());
    assertEquals(Map.of(200, truth("GET /orders", 200) - 1), run.statuses("hit"));
  }

  private String token() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer =
          client
              .send(
                  HttpRequest.newBuilder(shop.baseUri().resolve("/auth/login"))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(CREDENTIALS))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return new ObjectMapper().readTree(answer).path("token").asText();
    }
  }

  @Test
  void theWarmUpIsNotMeasured() {
    hit("/health", "--rate=100/s", "--warmup=1s", "--duration=1s");

    long whole = run.summary().at("/whole_run/requests/finished").asLong();
    long measured = run.summary().at("/total/requests/finished").asLong();
    assertEquals(truth("GET /health", 200) - 1, whole);
    assertEquals(1.0, run.summary().path("measured_seconds").asDouble());
    assertTrue(measured > 0 && measured < whole, () -> measured + " of " + whole);
  }

  @Test
  void aSlowAnswerIsGivenUp() {
    shop.close();
    shop = Storefront.start(StorefrontOptions.defaults().withLatency("homepage=fixed:2s"));
    StoredRun slow = run;

    Invocation ended = hit("/", "--users=1", "--duration=1s", "--timeout=200ms");

    assertEquals(2, ended.code(), "the set-up has the same timeout");
    assertTrue(ended.err().contains("the set-up failed"), ended.err());
    assertTrue(Files.notExists(slow.folder()));
  }

  @Test
  void quietPrintsTheVerdictOnly() {
    Invocation quiet = hit("/health", "--users=1", "--duration=6s", "--slo=error_rate < 5%");
    assertTrue(quiet.out().strip().startsWith("✔ PASS"), quiet.out());
    assertEquals("", quiet.err());

    Invocation loud =
        Invocation.of(
            "hit",
            shop.baseUri() + "/health",
            "--users=1",
            "--duration=6s",
            "--slo=error_rate < 5%",
            "--out=" + folder.resolve("loud"));
    int verdict = loud.out().indexOf("✔ PASS");
    assertTrue(verdict > 0 && !loud.out().substring(0, verdict).isBlank(), loud.out());
  }
}
