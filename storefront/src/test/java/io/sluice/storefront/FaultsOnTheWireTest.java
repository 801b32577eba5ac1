package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.fault.Breakage;
import io.sluice.storefront.truth.EndpointStatus;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import io.sluice.storefront.truth.TruthSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Latency, errors and the ground truth over real sockets. */
final class FaultsOnTheWireTest {
  @Test
  void answerWaitsForItsLatencyAndTheLogSaysSo() {
    StorefrontOptions options =
        StorefrontOptions.defaults()
            .withLatency("health=fixed:25ms")
            .withRecording(Recording.EACH_REQUEST);
    try (Storefront storefront = Storefront.start(options);
        ShopClient client = ShopClient.of(storefront)) {
      long before = System.nanoTime();
      client.get("/health");
      client.get("/nowhere");
      RequestLog log = storefront.truth().log();
      assertEquals(2, log.size());
      assertTrue(log.timeInServerNanos(0) >= 25_000_000, () -> "" + log.timeInServerNanos(0));
      assertTrue(log.arrivalNanos(0) > before);
      assertTrue(log.arrivalNanos(1) >= log.arrivalNanos(0) + log.timeInServerNanos(0));
      assertEquals(new EndpointStatus("GET /health", 200), log.endpointStatus(0));
      assertEquals(new EndpointStatus("GET (unknown path)", 404), log.endpointStatus(1));
    }
  }

  @Test
  void sameSeedInjectsTheSameErrors() {
    StorefrontOptions options = StorefrontOptions.defaults().withErrorRate("health=30%");
    List<Integer> first = statuses(options.withSeed(7), 60);
    assertEquals(first, statuses(options.withSeed(7), 60));
    long errors = first.stream().filter(status -> status == 500).count();
    assertTrue(errors > 5 && errors < 35, () -> errors + " of 60");
  }

  private static List<Integer> statuses(StorefrontOptions options, int requests) {
    List<Integer> statuses = new ArrayList<>();
    try (Storefront storefront = Storefront.start(options);
        ShopClient client = ShopClient.of(storefront)) {
      for (int i = 0; i < requests; i++) {
        statuses.add(client.get("/health").status());
      }
      TruthSnapshot truth = storefront.truth().snapshot();
      assertEquals(requests, truth.count("GET /health"));
      long errors = statuses.stream().filter(status -> status == 500).count();
      assertEquals(errors, truth.count("GET /health", 500));
    }
    return statuses;
  }

  @Test
  void brokenCheckoutAnswers500InJson() {
    try (Storefront storefront =
            Storefront.start(StorefrontOptions.defaults().withBreakage(Breakage.ERRORS));
        ShopClient anna = ShopClient.of(storefront).loggedIn()) {
      int errors = 0;
      for (int i = 0; i < 300; i++) {
        ShopClient.Answer answer = anna.post("/checkout/start", "{}");
        if (answer.status() == 500) {
          errors++;
          assertEquals("injected_error", answer.json().path("error").asText());
        }
      }
      int seen = errors;
      assertTrue(seen > 10 && seen < 60, () -> seen + " of 300");
      assertEquals(200, anna.get("/orders").status());
    }
  }

  @Test
  void countsOfManyConnectionsAndThreadsAreExact() throws Exception {
    int clients = 8;
    int each = 200;
    try (Storefront storefront =
            Storefront.start(StorefrontOptions.defaults().withThreads(2).withErrorRate("10%"));
        ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      CountDownLatch done = new CountDownLatch(clients);
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              request(storefront, each);
              done.countDown();
            });
      }
      done.await();
      TruthSnapshot truth = storefront.truth().snapshot();
      assertEquals((long) clients * each, truth.count("GET /health"));
      assertEquals(0, truth.abandoned());
    }
  }

  private static void request(Storefront storefront, int times) {
    try (RawConnection connection = new RawConnection(storefront)) {
      for (int i = 0; i < times; i++) {
        connection.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        connection.read();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWaitsAtTheEndIsCountedAsAbandoned() throws IOException {
    Storefront storefront =
        Storefront.start(StorefrontOptions.defaults().withLatency("homepage=fixed:30m"));
    try (RawConnection connection = new RawConnection(storefront)) {
      connection.send("GET /health HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
      connection.read();
      // The page waits for half an hour; closing the shop ends its connection.
      storefront.close();
      assertTrue(connection.isClosedByServer());
    }
    assertEquals(1, storefront.truth().snapshot().total());
    assertEquals(1, storefront.truth().snapshot().abandoned());
  }

  @Test
  @Timeout(20)
  void clientThatLeavesIsCountedAsAbandoned() throws IOException {
    try (Storefront storefront =
            Storefront.start(StorefrontOptions.defaults().withLatency("homepage=fixed:30m"));
        ShopClient other = ShopClient.of(storefront)) {
      try (RawConnection leaving = new RawConnection(storefront)) {
        leaving.send("GET / HTTP/1.1\r\n\r\n");
      }
      while (storefront.truth().snapshot().abandoned() == 0) {
        assertEquals(200, other.get("/health").status());
      }
      assertEquals(1, storefront.truth().snapshot().abandoned());
      assertEquals(0, storefront.truth().snapshot().count("GET /"));
    }
  }

  @Test
  void truthIsServedAndNotCounted() {
    try (Storefront storefront = Storefront.start(StorefrontOptions.defaults());
        ShopClient client = ShopClient.of(storefront)) {
      client.get("/health");
      client.get("/__truth");
      var truth = client.get("/__truth").json();
      assertEquals(1, truth.path("total").asInt());
      assertEquals("GET /health", truth.path("endpoints").path(0).path("endpoint").asText());
    }
  }
}
