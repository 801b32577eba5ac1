package io.sluice.cli;

import static io.sluice.cli.HookServer.endless;
import static io.sluice.cli.HookServer.silence;
import static io.sluice.cli.HookServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a server that fails, throttles and hangs; nobody waits between tries. */
final class WebhookTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(150);

  private final List<Duration> pauses = new ArrayList<>();
  private long nanos;

  private Patience patience(Duration perTry) {
    return new Patience(
        () -> nanos += perTry.toNanos(),
        () -> 0,
        pause -> {
          pauses.add(pause);
          nanos += pause.toNanos();
        });
  }

  private static List<Duration> millis(long... millis) {
    return Arrays.stream(millis).mapToObj(Duration::ofMillis).toList();
  }

  private String post(URI address, Duration timeout) {
    return new Webhook(address, timeout, patience(Duration.ofMillis(1))).post("{\"text\":\"ä\"}");
  }

  static Stream<Arguments> servers() {
    HookServer.Answer ok = status(200);
    HookServer.Answer busy = status(503);
    return Stream.of(
        arguments(List.of(ok), "", 1, millis()),
        arguments(List.of(status(204)), "", 1, millis()),
        arguments(List.of(busy, ok), "", 2, millis(500)),
        arguments(List.of(busy, status(500), status(408), ok), "", 4, millis(500, 1000, 2000)),
        arguments(List.of(busy), "the webhook answered 503 (4 tries)", 4, millis(500, 1000, 2000)),
        arguments(List.of(status(429, "Retry-After: 3"), ok), "", 2, millis(3000)),
        arguments(List.of(status(429, "Retry-After: 0"), ok), "", 2, millis(500)),
        arguments(List.of(status(429, "Retry-After: soon"), ok), "", 2, millis(500)),
        arguments(
            List.of(status(429, "Retry-After: 40")),
            "the webhook answered 429 (1 try)",
            1,
            millis()),
        arguments(List.of(status(404)), "the webhook answered 404", 1, millis()),
        arguments(List.of(status(403)), "the webhook answered 403", 1, millis()),
        arguments(
            List.of(status(302, "Location: http://127.0.0.1:9/x")),
            "the webhook answered 302",
            1,
            millis()));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatMayHelpIsTriedAgain(
      List<HookServer.Answer> answers, String trouble, int tries, List<Duration> paused)
      throws IOException {
    try (HookServer server = new HookServer(answers.toArray(HookServer.Answer[]::new))) {
      assertEquals(trouble, post(server.address(), LONG));

      assertEquals(tries, server.bodies().size());
      assertEquals(paused, pauses);
      assertEquals("{\"text\":\"ä\"}", server.bodies().getLast());
      assertEquals("application/json; charset=utf-8", server.types().getLast());
    }
  }

  static Stream<Arguments> hanging() {
    return Stream.of(
        arguments(List.of(silence()), "no answer within 150ms (4 tries)", 4),
        arguments(List.of(endless()), "no answer within 150ms (4 tries)", 4),
        arguments(List.of(silence(), status(200)), "", 2));
  }

  @ParameterizedTest
  @MethodSource("hanging")
  void whoHangsIsGivenUp(List<HookServer.Answer> answers, String trouble, int tries)
      throws IOException {
    try (HookServer server = new HookServer(answers.toArray(HookServer.Answer[]::new))) {
      assertEquals(trouble, post(server.address(), SHORT));
      assertEquals(tries, server.bodies().size());
    }
  }

  @Test
  void nobodyThereIsTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String trouble = post(URI.create("http://127.0.0.1:" + port + "/" + HookServer.SECRET), LONG);
    assertEquals("the webhook cannot be reached (4 tries)", trouble);
  }

  @Test
  void aServerThatIsNotTrustedIsTold() throws IOException {
    try (RawServer server = RawServer.greeting("SSH-2.0-OpenSSH_9.2\r\n")) {
      URI tls = URI.create(server.uri().replace("http:", "https:") + "/" + HookServer.SECRET);
      assertEquals("there is no trusted TLS connection to the webhook (4 tries)", post(tls, LONG));
    }
  }

  /** Each look at the clock finds ten seconds gone. */
  @Test
  void afterThirtySecondsItIsGivenUp() throws IOException {
    try (HookServer server = new HookServer(status(503))) {
      Webhook webhook = new Webhook(server.address(), LONG, patience(Duration.ofSeconds(10)));
      assertEquals("the webhook answered 503 (3 tries)", webhook.post("{}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 500",
    "1, 1, 0, 250",
    "2, 0, 0, 1000",
    "3, 0, 0, 2000",
    "3, 0.5, 0, 1500",
    "1, 0, 7000, 7000",
    "3, 0, 100, 2000",
  })
  void pausesGrowAndAreSpread(int attempt, double jitter, long asked, long expected) {
    Patience patience = new Patience(() -> 0, () -> jitter, _ -> {});
    assertEquals(Duration.ofMillis(expected), patience.after(attempt, Duration.ofMillis(asked)));
  }
}
