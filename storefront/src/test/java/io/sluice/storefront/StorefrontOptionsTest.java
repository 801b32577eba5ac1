package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.fault.Latency;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorefrontOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0, 1, 'host must not be blank'",
    "a, -1, 1, 'port must be between 0 and 65535, was -1'",
    "a, 65536, 1, 'port must be between 0 and 65535, was 65536'",
    "a, 0, 0, 'threads must be between 1 and 64, was 0'",
    "a, 0, 65, 'threads must be between 1 and 64, was 65'",
  })
  void impossibleOptionsAreRefused(String host, int port, int threads, String message) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> StorefrontOptions.defaults().withHost(host).withPort(port).withThreads(threads));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void demoHasALogNormalLatencyEverywhere() {
    StorefrontOptions demo = StorefrontOptions.demo(3);
    assertEquals(3, demo.seed());
    for (Endpoint endpoint : Endpoint.values()) {
      var latency = assertInstanceOf(Latency.LogNormal.class, demo.faults().latencyOf(endpoint));
      assertTrue(latency.median().compareTo(Duration.ofMillis(5)) >= 0, endpoint::label);
      assertTrue(latency.median().compareTo(Duration.ofMillis(20)) <= 0, endpoint::label);
      assertEquals(0.4, latency.sigma());
    }
  }

  @Test
  void defaultsHaveNoLatencyAndNoErrors() {
    for (Endpoint endpoint : Endpoint.values()) {
      assertEquals(Latency.none(), StorefrontOptions.defaults().faults().latencyOf(endpoint));
      assertEquals(0, StorefrontOptions.defaults().faults().errorRateOf(endpoint));
    }
  }
}
