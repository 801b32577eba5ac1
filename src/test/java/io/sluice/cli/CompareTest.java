package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two short runs of a shop are compared and made a baseline, from their folders. */
final class CompareTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void run() {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      hit(shop, "a", "50/s");
      hit(shop, "b", "50/s");
      hit(shop, "faster", "90/s");
    }
  }

  private static void hit(Storefront shop, String name, String rate) {
    Invocation.of(
        "hit",
        shop.baseUri() + "/health",
        "--quiet",
        "--rate=" + rate,
        "--duration=1s",
        "--out=" + folder.resolve(name));
  }

  private static Invocation compare(String a, String b, String... more) {
    return Invocation.of(
        Argv.of(more, "compare", folder.resolve(a).toString(), folder.resolve(b).toString()));
  }

  @Test
  void shortRunsSettleNothing() throws IOException {
    Invocation compared =
        compare(
            "a",
            "b",
            "--json=" + folder.resolve("comparison.json"),
            "--markdown=" + folder.resolve("comment.md"));

    assertEquals(4, compared.code(), compared.err());
    assertEquals("", compared.err());
    assertTrue(compared.out().contains("? INCONCLUSIVE  It is not settled"), compared.out());
    assertTrue(compared.out().contains("1s are too short: at least 10 blocks"), compared.out());
    assertTrue(compared.out().contains("one after the other"), compared.out());
    compared.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("comparison.json").toFile());
    assertEquals("INCONCLUSIVE", json.path("verdict").asText());
    assertEquals(4, json.path("exit_code").asInt());
    assertEquals("sequential", json.path("design").asText());
    assertTrue(json.at("/requests_by_name/hit/finished_a").asLong() > 0, json.toString());
    String comment = Files.readString(folder.resolve("comment.md"));
    assertTrue(comment.startsWith("### ❔ INCONCLUSIVE\n"), comment);
  }

  @Test
  void runsOfAnotherLoadAreRefusedUnlessForced() {
    Invocation refused = compare("a", "faster");
    assertEquals(2, refused.code());
    assertEquals(
        "sluice: a and faster are not comparable: the loads are 'hit: poisson arrivals at 50/s' and"
            + " 'hit: poisson arrivals at 90/s'; --force compares them all the same\n",
        refused.err().replace(folder + "/", ""));
    assertEquals(4, compare("a", "faster", "--force").code());
  }

  @Test
  void aBaselineHoldsWhatRunsMeasured() throws IOException {
    Path file = folder.resolve("baseline.json");
    Invocation made =
        Invocation.of(
            "baseline",
            folder.resolve("a").toString(),
            folder.resolve("b").toString(),
            "--out=" + file);
    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().startsWith(file + ": 2 runs\n"), made.out());
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertEquals(2, json.path("runs").size());
    assertTrue(json.at("/runs/0/total/requests").asLong() > 0);

    Invocation mixed =
        Invocation.of(
            "baseline",
            folder.resolve("a").toString(),
            folder.resolve("faster").toString(),
            "--out=" + file);
    assertEquals(2, mixed.code());
    assertTrue(mixed.err().startsWith("sluice: the runs are not comparable: "), mixed.err());
  }
}
