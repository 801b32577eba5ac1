package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.FrameConnection.Content;
import io.sluice.storefront.FrameConnection.Head;
import io.sluice.storefront.FrameConnection.Reset;
import io.sluice.storefront.fault.Bandwidth;
import io.sluice.storefront.fault.CutRule;
import io.sluice.storefront.fault.DripRule;
import io.sluice.storefront.fault.Ending;
import io.sluice.storefront.fault.LimitRule;
import io.sluice.storefront.truth.Outcome;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import io.sluice.storefront.truth.TruthSnapshot;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that leave slowly, or not to their end. The answer of /health has 38 bytes. */
@Timeout(30)
final class DeliveryOnTheWireTest {
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String HOMEPAGE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final int HEALTH_BYTES = 38;
  private static final StorefrontOptions RECORDING =
      StorefrontOptions.defaults().withRecording(Recording.EACH_REQUEST);

  @Test
  void resetMidwayComesAfterHalfOfTheBody() throws IOException {
    StorefrontOptions options = RECORDING.with(CutRule.parse("homepage=100%", Ending.RESET_MIDWAY));
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HEALTH + HOMEPAGE + HEALTH);
      assertEquals(HEALTH_BYTES, connection.read().body().length());
      int length = RawConnection.bodyLength(connection.readHead());
      assertEquals(length / 2, connection.readBytes(length / 2).length());
      assertThrows(SocketException.class, connection::isClosedByServer);
      TruthSnapshot truth = storefront.truth().snapshot();
      assertEquals(1, truth.total());
      assertEquals(1, truth.cut());
      assertEquals(Outcome.RESET_MIDWAY, storefront.truth().log().outcome(1));
    }
  }

  @Test
  void halfClosedConnectionEndsAfterHalfOfTheBodyAndStillTakesBytes() throws IOException {
    StorefrontOptions options = RECORDING.with(CutRule.parse("homepage=100%", Ending.HALF_CLOSE));
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HOMEPAGE + HEALTH);
      int length = RawConnection.bodyLength(connection.readHead());
      assertEquals(length / 2, connection.readBytes(length).length());
      assertTrue(connection.isClosedByServer());
      connection.send(HEALTH);
      connection.send(HEALTH);
      assertTrue(connection.isClosedByServer());
      assertEquals(1, storefront.truth().snapshot().cut());
      assertEquals(Outcome.HALF_CLOSED, storefront.truth().log().outcome(0));
    }
  }

  @Test
  void answerToHeadIsNotCut() throws IOException {
    StorefrontOptions options = RECORDING.with(CutRule.parse("100%", Ending.RESET_MIDWAY));
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send("HEAD /health HTTP/1.1\r\n\r\nHEAD /health HTTP/1.1\r\n\r\n");
      assertTrue(connection.readHead().startsWith("HTTP/1.1 200"));
      assertTrue(connection.readHead().startsWith("HTTP/1.1 200"));
      assertEquals(2, storefront.truth().snapshot().total());
    }
  }

  @ParameterizedTest
  @EnumSource
  void dripTakesItsTimeAndLosesNothing(Wire wire) throws Exception {
    StorefrontOptions options = RECORDING.with(DripRule.parse("health=13B/30ms"));
    try (Storefront storefront = wire.start(options);
        var http = wire.http()) {
      HttpRequest request = HttpRequest.newBuilder(storefront.baseUri().resolve("/health")).build();
      for (int i = 0; i < 2; i++) {
        long before = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        // 38 bytes in pieces of 13: two pauses
        assertTrue(System.nanoTime() - before >= 60_000_000);
        assertEquals("{\"status\":\"ok\",\"service\":\"storefront\"}", answer.body());
      }
      assertEquals(2, storefront.truth().snapshot().total());
      RequestLog log = storefront.truth().log();
      assertTrue(log.sentNanos(0) - log.leftNanos(0) >= 60_000_000);
      assertEquals(Outcome.ANSWERED, log.outcome(0));
    }
  }

  @Test
  void dripHoldsUpTheAnswersBehindIt() throws IOException {
    StorefrontOptions options = RECORDING.with(DripRule.parse("health=5B/20ms"));
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HEALTH + "GET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertEquals(200, connection.read().status());
      assertEquals(404, connection.read().status());
      assertTrue(connection.isClosedByServer());
      RequestLog log = storefront.truth().log();
      assertTrue(log.leftNanos(1) >= log.sentNanos(0));
    }
  }

  @Test
  void clientThatLeavesInADripIsCountedAsAbandoned() throws IOException {
    StorefrontOptions options = RECORDING.with(DripRule.parse("health=1B/9s"));
    try (Storefront storefront = Storefront.start(options);
        ShopClient other = ShopClient.of(storefront)) {
      try (RawConnection leaving = new RawConnection(storefront)) {
        leaving.send(HEALTH);
        leaving.readHead();
      }
      while (storefront.truth().snapshot().abandoned() == 0) {
        assertEquals(404, other.get("/nowhere").status());
      }
      assertEquals(0, storefront.truth().snapshot().count("GET /health"));
      assertEquals(Outcome.ABANDONED, storefront.truth().log().outcome(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bandwidthHoldsForEachConnection(Wire wire) throws Exception {
    StorefrontOptions options = RECORDING.with(Bandwidth.parse("32KB/s"));
    try (Storefront storefront = wire.start(options);
        var http = wire.http()) {
      HttpRequest request =
          HttpRequest.newBuilder(storefront.baseUri().resolve("/assets/shop.css")).build();
      long before = System.nanoTime();
      int bytes = 0;
      while (bytes < 8_192) {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        bytes += answer.body().length;
      }
      double seconds = (System.nanoTime() - before) / 1e9;
      // the last piece has 163 bytes: it leaves when those before it have
      assertTrue(seconds >= (bytes - 163) / 32_768.0, () -> "took " + seconds);
      RequestLog log = storefront.truth().log();
      assertTrue(log.sentNanos(0) > log.leftNanos(0));
    }
  }

  @Test
  void streamIsResetMidwayAndTheOthersGoOn() throws IOException {
    StorefrontOptions options = RECORDING.with(CutRule.parse("health=100%", Ending.RESET_MIDWAY));
    try (Storefront storefront = Storefront.start(options);
        FrameConnection connection = new FrameConnection(storefront)) {
      connection.request(1, "GET", "/health");
      assertEquals("200", ((Head) connection.next()).status());
      assertEquals(new Content(1, "{\"status\":\"ok\",\"ser", false), connection.next());
      assertEquals(new Reset(1, 2), connection.next());
      connection.request(3, "GET", "/nowhere");
      assertEquals(404, connection.status(3));
      assertEquals(1, storefront.truth().snapshot().cut());
    }
  }

  @Test
  void halfCloseEndsAllStreamsOfTheConnection() throws IOException {
    StorefrontOptions options =
        RECORDING
            .withLatency("homepage=fixed:30m")
            .with(CutRule.parse("health=100%", Ending.HALF_CLOSE));
    try (Storefront storefront = Storefront.start(options)) {
      try (FrameConnection connection = new FrameConnection(storefront)) {
        connection.request(1, "GET", "/");
        connection.request(3, "GET", "/health");
        var seen = connection.untilClosed();
        assertEquals(new Content(3, "{\"status\":\"ok\",\"ser", false), seen.getLast());
      }
    }
  }

  @Test
  void whatFindsNoTokenIsAnswered429AtOnce() {
    StorefrontOptions options =
        RECORDING.withLatency("fixed:5ms").with(LimitRule.parse("health=tokens:0.001/s,2"));
    try (Storefront storefront = Storefront.start(options);
        ShopClient client = ShopClient.of(storefront)) {
      assertEquals(200, client.get("/health").status());
      assertEquals(200, client.get("/health").status());
      ShopClient.Answer refused = client.get("/health");
      assertEquals(429, refused.status());
      assertEquals("over_limit", refused.json().path("error").asText());
      assertEquals(200, client.get("/").status());
      assertEquals(1, storefront.truth().snapshot().count("GET /health", 429));
      RequestLog log = storefront.truth().log();
      assertEquals(log.arrivalNanos(2), log.dueNanos(2));
      assertEquals(0, log.drawnNanos(2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerSaysItsTimeWhereEachRequestIsRecorded(Wire wire) throws Exception {
    try (Storefront storefront = wire.start(RECORDING.withLatency("health=fixed:3ms"));
        var http = wire.http()) {
      HttpRequest request = HttpRequest.newBuilder(storefront.baseUri().resolve("/health")).build();
      HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      String timing = answer.headers().firstValue("server-timing").orElseThrow();
      assertTrue(timing.matches("server;dur=\\d+\\.\\d{3}"), timing);
      RequestLog log = storefront.truth().log();
      double said = Double.parseDouble(timing.substring(timing.indexOf('=') + 1));
      assertEquals(log.timeInServerNanos(0) / 1e6, said, 0.001);
      assertEquals(3_000_000, log.drawnNanos(0));
      assertEquals(log.arrivalNanos(0) + 3_000_000, log.dueNanos(0));
      assertTrue(log.leftNanos(0) >= log.dueNanos(0));
    }
  }

  @Test
  void withoutALogNothingIsSaidOfTime() throws IOException {
    try (Storefront storefront = Storefront.start(StorefrontOptions.defaults());
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HEALTH);
      assertTrue(!connection.read().head().contains("server-timing"));
    }
  }

  @Test
  void stallHoldsAnswersOfAnyKindAndThenLetsThemGo() throws IOException {
    StorefrontOptions options =
        RECORDING
            .withStall("300ms/1m@0s")
            .with(LimitRule.parse("health=tokens:0.001/s,1"))
            .withResetRate("homepage=100%");
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HEALTH + HEALTH + "GET /nowhere HTTP/1.1\r\n\r\n" + HOMEPAGE);
      assertEquals(200, connection.read().status());
      assertEquals(429, connection.read().status());
      assertEquals(404, connection.read().status());
      assertThrows(SocketException.class, connection::isClosedByServer);
      RequestLog log = storefront.truth().log();
      assertEquals(4, log.size());
      for (int row = 0; row < 4; row++) {
        assertTrue(log.leftNanos(row) - storefront.startNanos() >= 300_000_000);
      }
    }
  }

  /** On a machine that is slow to send the request there is nothing left to hold. */
  @ParameterizedTest
  @ValueSource(strings = {"drip", "bandwidth"})
  void stallHoldsPiecesOfBodies(String how) throws IOException {
    StorefrontOptions stalled = RECORDING.withStall("200ms/1m@150ms");
    StorefrontOptions options =
        how.equals("drip")
            ? stalled.with(DripRule.parse("health=1B/10ms"))
            : stalled.with(Bandwidth.parse("600B/s"));
    try (Storefront storefront = Storefront.start(options);
        RawConnection connection = new RawConnection(storefront)) {
      connection.send(HEALTH);
      assertEquals(200, connection.read().status());
      connection.send(HEALTH);
      connection.readHead();
      RequestLog log = storefront.truth().log();
      assertTrue(log.sentNanos(0) - storefront.startNanos() >= 350_000_000);
    }
  }
}
