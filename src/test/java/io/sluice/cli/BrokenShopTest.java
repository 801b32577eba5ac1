package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.Breakage;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad release does not get through, and the output says why. */
final class BrokenShopTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SLOW, p95 < 2s, < 2s",
    "ERRORS, p95{endpoint:checkout} < 3s, < 3s",
  })
  void failsAndNamesTheObjectiveWithItsInterval(
      Breakage breakage, String objective, String threshold) throws Exception {
    StorefrontOptions broken = StorefrontOptions.defaults().withBreakage(breakage);
    try (Storefront shop = Storefront.start(broken)) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended =
          Invocation.of(
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--profile=crowd",
              "--env=BASE_URL=" + shop.baseUri(),
              "--quiet",
              "--out=" + run.folder());

      assertEquals(3, ended.code(), ended.out() + ended.err());
      assertEquals("FAIL", run.verdict().path("verdict").asText());
      assertEquals(3, run.verdict().path("exit_code").asInt());
      assertEquals("FAIL", run.status(objective));
      String row =
          "(?m)^ *%s\\s+\\S+ +\\S+–\\S+ +%s +[\\d,]+ +FAIL$"
              .formatted(Pattern.quote(objective), Pattern.quote(threshold));
      assertTrue(Pattern.compile(row).matcher(ended.out()).find(), ended.out());
    }
  }

  @Test
  void pointStatisticsJudgeByTheEstimate() throws Exception {
    StorefrontOptions broken = StorefrontOptions.defaults().withErrorRate("100%");
    try (Storefront shop = Storefront.start(broken)) {
      String[] hit = {
        "hit", shop.baseUri().toString(), "--users=1", "--duration=1s", "--slo=error_rate < 5%"
      };
      Invocation byPoint =
          Invocation.of(
              Argv.of(
                  new String[] {"--statistics=point", "--out=" + folder.resolve("point")}, hit));
      assertEquals(3, byPoint.code(), byPoint.out());
      StoredRun run = new StoredRun(folder.resolve("point"));
      assertEquals("point", run.verdict().path("statistics").asText());
      assertEquals(1.0, run.verdict().at("/slos/0/estimate").asDouble());
    }
  }
}
