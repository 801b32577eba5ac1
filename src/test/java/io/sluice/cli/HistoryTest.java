package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short runs of a shop are in the history from their verdict on. */
final class HistoryTest {
  private static final Map<String, String> BUILD =
      Map.of("GITHUB_REF_NAME", "main", "GITHUB_SHA", "1a2b3c4d5e6f7a8b");

  @TempDir private static Path runs;

  @BeforeAll
  static void run() {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      hit(shop, "a", "50/s");
      hit(shop, "b", "50/s");
      hit(shop, "c", "50/s");
      hit(shop, "faster", "90/s");
    }
  }

  private static Invocation hit(Storefront shop, String name, String rate, String... more) {
    return Invocation.in(
        BUILD,
        Argv.of(
            more,
            "hit",
            shop.baseUri() + "/health",
            "--quiet",
            "--rate=" + rate,
            "--duration=1s",
            "--slo=p95 < 1s",
            "--out=" + runs.resolve(name)));
  }

  private static Invocation history(String... more) {
    return Invocation.of(Argv.of(more, "history", "--store=" + runs.resolve("history.db")));
  }

  private static JsonNode json(String... more) throws IOException {
    Invocation shown = history(Argv.of(more, "--json"));
    assertEquals(0, shown.code(), shown.err());
    return new ObjectMapper().readTree(shown.out());
  }

  @Test
  void everyRunIsThereWithWhatItMeasured() throws IOException {
    JsonNode group = json().at("/groups/0");
    assertEquals("hit", group.path("name").asText());
    assertEquals(4, group.path("runs").size());
    JsonNode run = group.at("/runs/0");
    JsonNode summary = new StoredRun(runs.resolve("a")).summary();
    JsonNode verdict = new StoredRun(runs.resolve("a")).verdict();
    assertEquals(runs.resolve("a").toString(), run.path("folder").asText());
    assertEquals(verdict.path("verdict"), run.path("verdict"));
    assertEquals(verdict.path("sentence"), run.path("sentence"));
    assertEquals(summary.path("digest"), run.path("digest"));
    assertEquals("main", run.path("branch").asText());
    assertEquals("1a2b3c4d5e6f7a8b", run.path("commit").asText());
    assertEquals(summary.at("/total/response_time_ms/p95"), run.at("/total/p95"), run.toString());
    assertEquals(
        summary.at("/requests_by_name/hit/requests/finished"),
        run.at("/requests_by_name/hit/finished"));
    for (String key : new String[] {"expression", "estimate", "low", "high", "status", "samples"}) {
      assertEquals(verdict.at("/slos/0/" + key), run.at("/slos/0/" + key), key);
    }
  }

  @Test
  void theTableShowsRunsTrendsAndComparisons() {
    Invocation shown = history();
    assertEquals(0, shown.code(), shown.err());
    assertEquals("", shown.err());
    assertTrue(shown.out().contains("hit: 4 runs\n"), shown.out());
    assertTrue(shown.out().contains("main 1a2b3c4d"), shown.out());
    assertTrue(shown.out().matches("(?s).*p95 < 1s +[▁-█]{4}  .*"), shown.out());
    assertTrue(
        shown.out().replaceAll("\\s+", " ").contains("2 not settled (2 by run logs, 0 by stored"),
        shown.out());
    shown.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void onlyRunsOfTheSameLoadAreComparedAndDeletedFoldersByWhatIsStored() throws IOException {
    Path store = runs.resolve("second.db");
    Path copy = runs.resolve("copy");
    Files.createDirectory(copy);
    for (String file : new StoredRun(runs.resolve("a")).files()) {
      Files.copy(runs.resolve("a").resolve(file), copy.resolve(file));
    }
    for (String run : new String[] {"copy", "b", "c", "faster", "b"}) {
      Invocation added =
          Invocation.of("history", "add", runs.resolve(run).toString(), "--store=" + store);
      assertEquals(0, added.code(), added.err());
      assertTrue(added.out().endsWith(", in " + store + "\n"), added.out());
    }
    for (String file : new StoredRun(copy).files()) {
      Files.delete(copy.resolve(file));
    }
    Files.delete(copy);
    Invocation shown = Invocation.of("history", "hit", "--json", "--store=" + store);
    JsonNode group = new ObjectMapper().readTree(shown.out()).at("/groups/0");
    assertEquals(4, group.path("runs").size());
    assertEquals(2, group.path("changes").size());
    assertEquals("stored", group.at("/changes/0/method").asText());
    assertEquals("run_logs", group.at("/changes/1/method").asText());
  }

  @Test
  void theTrendIsAPage() throws IOException {
    Path page = runs.resolve("trend.html");
    assertEquals(0, history("--html=" + page, "--last=3").code());
    String html = Files.readString(page);
    assertTrue(html.contains("p95 \\u003c 1s"), "the objective is missing");
    assertFalse(html.contains("{{"));
    assertEquals(3, json("--last=3").at("/groups/0/runs").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hti | no run of 'hti' is indexed in {store}; did you mean 'hit'?",
        "other | no run of 'other' is indexed in {store}; its scenarios are: hit",
        "hit --profile=x | no run of the profile 'x' is indexed in {store}; its profiles are: hit",
        "hit --last=0 | --last: expected a number of runs >= 1, was 0",
        "add nowhere | nowhere: no such folder; expected the folder of a run",
        "hit --html=nowhere/x.html | --html nowhere/x.html: there is no folder {here}/nowhere"
      })
  void mistakesAreToldInOneSentence(String arguments, String sentence) {
    Path store = runs.resolve("history.db");
    Invocation ended =
        Invocation.in(
            Map.of("SLUICE_STORE", store.toString()), Argv.of(arguments.split(" ", -1), "history"));
    assertEquals(2, ended.code());
    assertEquals(
        "sluice: "
            + sentence
                .replace("{store}", store.toString())
                .replace("{here}", Path.of("").toAbsolutePath().toString()),
        ended.err().strip());
  }

  @Test
  void withoutAHistoryItSaysHowToGetOne() {
    Path store = runs.resolve("nothing.db");
    Invocation ended = Invocation.of("history", "--store=" + store);
    assertEquals(2, ended.code());
    assertTrue(ended.err().startsWith("sluice: there is no history at " + store), ended.err());
    assertFalse(Files.exists(store));
    assertEquals(
        "sluice: --store: expected FILE, jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE or none\n",
        Invocation.of("history", "--store=jdbc:mysql://u:secret@x/y").err());
  }

  @Test
  void aStoreThatIsNotThereCostsASentenceAndNoRun() throws IOException {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path file = Files.createFile(runs.resolve("no-folder"));
      Invocation ended =
          hit(shop, "lonely", "50/s", "--store=" + file.resolve("below").resolve("x.db"));
      assertTrue(ended.code() == 0 || ended.code() == 4, ended.err());
      assertTrue(new StoredRun(runs.resolve("lonely")).files().contains("report.html"));
      assertTrue(ended.err().startsWith("sluice: the run is not in the history: "), ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());

      Invocation none = hit(shop, "unseen", "50/s", "--store=none");
      assertEquals("", none.err());

      Invocation mistaken = hit(shop, "never", "50/s", "--store=jdbc:oracle:x");
      assertEquals(2, mistaken.code());
      assertFalse(Files.exists(runs.resolve("never")));
    }
  }
}
