package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.DemoCertificate;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to reach a target, held against what the shop saw. */
final class WireEndToEndTest {
  private static final DemoCertificate CERTIFICATE =
      DemoCertificate.issued("localhost", "127.0.0.1");

  @TempDir private Path folder;

  private Invocation hit(Storefront shop, StoredRun run, String flags) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "hit",
                shop.baseUri() + "/",
                "--quiet",
                "--users=6",
                "--duration=1s",
                "--statistics=point",
                "--out=" + run.folder()));
    arguments.addAll(List.of(flags.split(" ")));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  /** All finished well, and the shop answered just those and the one before the load. */
  private static void assertAgrees(Storefront shop, StoredRun run, Protocol protocol) {
    long answered = run.statuses("hit").getOrDefault(200, 0L);
    assertTrue(answered > 50, run.statuses("hit").toString());
    assertEquals(Map.of(200, answered), run.statuses("hit"));
    assertEquals(finished(run), run.outcome("hit", "ok"), "a request failed");
    assertEquals(answered + 1, shop.truth().snapshot().count("GET /", 200));
    assertEquals(answered + 1, shop.truth().snapshot().count(protocol));
  }

  private static long finished(StoredRun run) {
    return run.summary().at("/whole_run/requests/finished").asLong();
  }

  @ParameterizedTest
  @CsvSource({
    "--http=1.1, HTTP_1_1",
    "--http=auto, HTTP_1_1",
    "--http=2, HTTP_2",
    "--connections=shared:2, HTTP_1_1",
    "--http=2 --connections=shared:2:3, HTTP_2",
    "--transport=nio, HTTP_1_1",
    "--transport=nio --http=2, HTTP_2",
    "--source-address=127.0.0.2/31, HTTP_1_1",
    "--loops=2 --connections=shared:1, HTTP_1_1"
  })
  void inClearText(String flags, Protocol protocol) {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      Invocation ended = hit(shop, run, flags);
      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertAgrees(shop, run, protocol);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--http=auto, HTTP_2",
    "--http=1.1, HTTP_1_1",
    "--http=2 --connections=shared:2, HTTP_2",
    "--http=1.1 --tls-engine=jdk, HTTP_1_1",
    "--http=2 --tls-engine=jdk, HTTP_2",
    "--http=1.1 --transport=nio, HTTP_1_1"
  })
  void encrypted(String flags, Protocol protocol) throws Exception {
    Path authority = CERTIFICATE.writeTrustAnchorTo(folder);
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(CERTIFICATE))) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      Invocation ended = hit(shop, run, "--ca=" + authority + " " + flags);
      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertAgrees(shop, run, protocol);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--http=1.1, HTTP_1_1",
    "--http=2, HTTP_2",
    "--http=1.1 --connections=shared:2, HTTP_1_1",
    "--http=2 --connections=shared:2, HTTP_2"
  })
  void connectionsThatTheServerEndsAreReplaced(String flags, Protocol protocol) {
    StorefrontOptions shortLived = StorefrontOptions.defaults().withRequestsPerConnection(7);
    try (Storefront shop = Storefront.start(shortLived)) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      hit(shop, run, flags);
      assertAgrees(shop, run, protocol);
    }
  }

  @ParameterizedTest
  @CsvSource({"--http=1.1", "--http=2"})
  void resetsAreCounted(String flags) {
    StorefrontOptions flawed = StorefrontOptions.defaults().withResetRate("homepage=20%");
    try (Storefront shop = Storefront.start(flawed)) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      hit(shop, run, flags);
      long resets = run.outcome("hit", "reset");
      assertTrue(resets > 5, resets + " resets");
      assertEquals(finished(run) - resets, run.outcome("hit", "ok"));
      assertEquals(run.outcome("hit", "ok"), run.statuses("hit").get(200));
    }
  }

  @Test
  void encodedBodiesAreReadWhereTheyAreLookedAt() throws IOException {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      Path scenario = folder.resolve("s.yaml");
      Files.writeString(
          scenario,
          """
          env: { BASE_URL: http://localhost }
          journey:
            - post: ${BASE_URL}/auth/login
              name: gzip
              headers: { Accept-Encoding: gzip }
              json: { email: anna@example.com, password: buyer-1 }
              check: [status 200, $.token exists]
            - post: ${BASE_URL}/auth/login
              name: br
              headers: { Accept-Encoding: br }
              json: { email: anna@example.com, password: buyer-1 }
              check: [status 200, $.token exists]
            - post: ${BASE_URL}/auth/login
              name: zstd
              headers: { Accept-Encoding: zstd }
              json: { email: anna@example.com, password: buyer-1 }
              check: [status 200, $.token exists]
          profiles:
            once: { users: 2, duration: 1s }
          """);
      Invocation ended =
          Invocation.of(
              "run",
              scenario.toString(),
              "--quiet",
              "--env=BASE_URL=" + shop.baseUri(),
              "--out=" + run.folder());
      for (String coding : List.of("gzip", "br", "zstd")) {
        assertTrue(run.outcome(coding, "ok") > 0, ended.out() + ended.err());
        assertEquals(0, run.outcome(coding, "check_failed"));
        assertEquals(0, run.outcome(coding, "protocol_error"));
      }
    }
  }
}
