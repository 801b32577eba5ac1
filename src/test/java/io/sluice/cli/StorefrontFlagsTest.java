package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags of the truth server. */
final class StorefrontFlagsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --latency=ar1:20ms,0.5,2     | --latency: rho must be above -1 and below 1, was 2.0
          --latency=till=fixed:1s      | --latency: endpoint must be one of auth, homepage, products, cart, checkout, orders, user, health, assets, or a path such as /auth/login, was 'till'
          --limit=token:5/s            | --limit: limit must be tokens:3000/s (or tokens:3000/s,BURST), mm1:3000/s or md1:3000/s, was 'token:5/s'
          --stall=1s                   | --stall: stall must be a length and a period such as 1s/10s or 1s/10s@4s, was '1s'
          --error-rate=5               | --error-rate: error rate must be a percentage from 0% to 100% such as 5%, was '5'
          --reset-rate=5               | --reset-rate: reset rate must be a percentage from 0% to 100% such as 5%, was '5'
          --reset-midway-rate=5        | --reset-midway-rate: reset-midway rate must be a percentage from 0% to 100% such as 5%, was '5'
          --half-close-rate=cart=101%  | --half-close-rate: half-close rate must be a percentage from 0% to 100% such as 5%, was '101%'
          --drip=16B                   | --drip: drip must be a size and an interval such as 16B/100ms, was '16B'
          --bandwidth=64KB             | --bandwidth: bandwidth must be a size per second such as 64KB/s, was '64KB'
          --max-streams=0              | concurrent streams must be > 0, was 0
          --tls-cert=a.pem             | --tls-cert and --tls-key must be given together
          """)
  void mistakesAreToldInASentence(String flag, String sentence) {
    Invocation ended = Invocation.of("storefront", "--port=0", flag);
    assertEquals("sluice: " + sentence + "\n", ended.err());
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
  }

  @Test
  void logThatCannotBeWrittenIsToldBeforeTheShopOpens() {
    Path log = folder.resolve("none").resolve("truth.csv");
    Invocation ended = Invocation.of("storefront", "--port=0", "--log=" + log);
    assertEquals(
        "sluice: --log: cannot write to '%s'; expected a file in a folder that exists\n"
            .formatted(log),
        ended.err());
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void logIsWrittenWhenTheShopCloses() throws Exception {
    Path log = folder.resolve("truth.csv");
    List<String> quickStart = List.of("-XX:TieredStopAtLevel=1");
    try (SluiceProcess shop =
            SluiceProcess.start(
                folder,
                quickStart,
                "storefront",
                "--port=0",
                "--latency=fixed:2ms",
                "--log=" + log);
        HttpClient client = HttpClient.newHttpClient()) {
      Poll.until("the shop's address", () -> address(shop).find());
      Matcher address = address(shop);
      assertTrue(address.find());
      HttpRequest request = HttpRequest.newBuilder(URI.create(address.group() + "/health")).build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      assertTrue(answer.headers().firstValue("server-timing").isPresent());
      shop.signal("TERM");
      assertEquals(0, shop.exitCode(), shop.err());
      assertTrue(shop.out().contains("\"p999_ms\""), shop.out());
    }
    List<String> lines = Files.readAllLines(log);
    assertEquals(2, lines.size());
    assertTrue(
        lines.get(1).matches("\\d+,GET /health,200,HTTP/1.1,answered,2000000,\\d+,\\d+,\\d+"),
        lines.get(1));
  }

  private static Matcher address(SluiceProcess shop) {
    return Pattern.compile("http://[0-9.:]+").matcher(shop.out());
  }
}
