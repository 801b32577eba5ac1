package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One load on two deployments: the gate of a blue-green release. */
final class ArmsTest {
  private static final String SCENARIO =
      """
      env: { BASE_URL: http://127.0.0.1:1 }
      setup: [ { get: "${BASE_URL}/health", name: health } ]
      journey:
        - { get: "${BASE_URL}/", name: home, check: [status 200] }
      profiles:
        open: { rate: 150/s, duration: 4s, max_users: 200 }
        closed: { users: 7, duration: 2s }
      default_profile: open
      slo: [ error_rate < 20% ]
      """;

  @TempDir private Path folder;

  private Invocation run(Storefront blue, Storefront green, StoredRun run, String... more)
      throws Exception {
    Path file = Files.writeString(folder.resolve("shop.yaml"), SCENARIO);
    return Invocation.of(
        Argv.of(
            more,
            "run",
            file.toString(),
            "--a",
            "BASE_URL=" + blue.baseUri(),
            "--b",
            "BASE_URL=" + green.baseUri(),
            "--out",
            run.folder().toString()));
  }

  private static Map<String, Long> truth(Storefront shop) {
    Map<String, Long> counts = new TreeMap<>();
    shop.truth()
        .snapshot()
        .counts()
        .forEach((key, count) -> counts.put(key.endpoint() + " " + key.status(), count));
    return counts;
  }

  private static Map<String, Long> seen(StoredRun run, String arm) {
    Map<String, Long> counts = new TreeMap<>(Map.of("GET /health 200", 1L));
    run.statuses("home [" + arm + "]").forEach((s, count) -> counts.put("GET / " + s, count));
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"open, 1", "open, 2", "closed, 2"})
  void eachShopHasSeenWhatIsReportedOfItsArm(String profile, String loops) throws Exception {
    StorefrontOptions flawed = StorefrontOptions.defaults().withErrorRate("homepage=10%");
    try (Storefront blue = Storefront.start(StorefrontOptions.defaults());
        Storefront green = Storefront.start(flawed)) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = run(blue, green, run, "--profile", profile, "--loops", loops);

      assertEquals("", ended.err());
      assertEquals(truth(blue), seen(run, "a"));
      assertEquals(truth(green), seen(run, "b"));
      long ofA = run.statuses("home [a]").values().stream().mapToLong(Long::longValue).sum();
      long ofB = run.statuses("home [b]").values().stream().mapToLong(Long::longValue).sum();
      if (profile.equals("open")) {
        assertEquals((ofA + ofB) / 2.0, (double) ofB, 3.9 * Math.sqrt((ofA + ofB) / 4.0));
      }
      assertTrue(run.summary().path("errors").get(0).path("request").asText().equals("home [b]"));
      assertTrue(ended.out().contains("home [a]") && ended.out().contains("home [b]"));
    }
  }

  @Test
  void aBadReleaseFailsHoweverGoodTheReferenceIs() throws Exception {
    try (Storefront blue = Storefront.start(StorefrontOptions.defaults());
        Storefront green =
            Storefront.start(StorefrontOptions.defaults().withErrorRate("homepage=25%"))) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      // over both together it would be 12.5 %
      Invocation ended = run(blue, green, run, "--slo=error_rate < 17%");

      assertEquals(3, ended.code(), ended.out() + ended.err());
      assertEquals("FAIL", run.status("error_rate{arm:b} < 17%"));

      Invocation judgedAgain =
          Invocation.of(
              "gate",
              run.folder().toString(),
              "--statistics=point",
              "--slo=error_rate{arm:a} < 17%");
      assertEquals(0, judgedAgain.code(), judgedAgain.out());
    }
  }

  @Test
  void aBadReferenceDoesNotFailTheRelease() throws Exception {
    try (Storefront blue =
            Storefront.start(StorefrontOptions.defaults().withErrorRate("homepage=60%"));
        Storefront green = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      // by the estimate alone: a machine that is busy otherwise settles nothing by intervals
      Invocation ended = run(blue, green, run, "--statistics=point");

      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals("PASS", run.status("error_rate{arm:b} < 20%"));
    }
  }

  @Test
  void aCanaryGetsItsShareAndFloorsShrinkWithIt() throws Exception {
    try (Storefront blue = Storefront.start(StorefrontOptions.defaults());
        Storefront green = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      run(blue, green, run, "--share=20%", "--slo=throughput >= 100/s");

      long ofA = run.statuses("home [a]").getOrDefault(200, 0L);
      long ofB = run.statuses("home [b]").getOrDefault(200, 0L);
      assertEquals(0.2 * (ofA + ofB), (double) ofB, 3.9 * Math.sqrt((ofA + ofB) * 0.2 * 0.8));
      JsonNode slo = run.verdict().at("/slos/0");
      assertEquals("throughput{arm:b} >= 20/s", slo.path("expression").asText());
      assertEquals(20, slo.path("threshold").asDouble());
    }
  }

  @Test
  void theSameTargetTwiceIsAnAaRunAndSaysSo() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = run(shop, shop, run, "--profile=closed", "--quiet");

      assertTrue(ended.err().contains("every difference is chance"), ended.err());
      assertFalse(run.statuses("home [a]").isEmpty());
      assertEquals(1, run.summary().path("targets").size());
    }
  }

  @Test
  void noLoadIsMadeWhereOneOfThemCannotBeReached() throws Exception {
    Storefront gone = Storefront.start(StorefrontOptions.defaults());
    gone.close();
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = run(shop, gone, run);

      assertEquals(2, ended.code());
      assertEquals(
          "sluice: " + gone.baseUri() + " refuses connections; no load was made\n", ended.err());
      assertEquals(Map.of(), truth(shop));
    }
  }

  @Test
  void aSetUpThatFailsNamesItsArm() throws Exception {
    try (Storefront blue = Storefront.start(StorefrontOptions.defaults());
        Storefront green = Storefront.start(StorefrontOptions.defaults().withErrorRate("100%"))) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = run(blue, green, run);

      assertEquals(2, ended.code());
      assertTrue(
          ended
              .err()
              .startsWith(
                  "sluice: the set-up failed: 'health [b]' (GET " + green.baseUri() + "/health)"),
          ended.err());
    }
  }
}
