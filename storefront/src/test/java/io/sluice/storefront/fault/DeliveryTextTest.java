package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.storefront.endpoint.EndpointGroup;
import io.sluice.storefront.endpoint.EndpointScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text forms of how bytes leave. */
final class DeliveryTextTest {
  @Test
  void texts() {
    assertEquals(
        new DripRule(EndpointScope.of(EndpointGroup.ASSETS), new Drip(1024, Duration.ofMillis(10))),
        DripRule.parse("assets=1KB/10ms"));
    assertEquals(new Bandwidth(65_536), Bandwidth.parse("64KB/s"));
    assertEquals(
        new CutRule(EndpointScope.all(), 0.1, Ending.HALF_CLOSE),
        CutRule.parse("10%", Ending.HALF_CLOSE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          16B      | drip must be a size and an interval such as 16B/100ms, was '16B'
          16/100ms | size must be a number with a unit (B, KB, MB) such as 512B or 64KB, was '16'
          0B/1ms   | a drip's piece must be > 0 bytes, was 0
          1B/0ms   | a drip's interval must be > 0, was PT0S
          4000MB/s | size must be below 2048MB, was '4000MB'
          """)
  void wrongDrips(String text, String message) {
    assertMessage(message, () -> DripRule.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          64KB  | bandwidth must be a size per second such as 64KB/s, was '64KB'
          64/s  | size must be a number with a unit (B, KB, MB) such as 512B or 64KB, was '64'
          0KB/s | bandwidth must be > 0 bytes/s, was 0
          """)
  void wrongBandwidths(String text, String message) {
    assertMessage(message, () -> Bandwidth.parse(text));
  }

  @Test
  void wrongCuts() {
    assertMessage(
        "half-close rate must be a percentage from 0% to 100% such as 5%, was '7'",
        () -> CutRule.parse("cart=7", Ending.HALF_CLOSE));
    assertMessage(
        "a cut answer must not end complete",
        () -> new CutRule(EndpointScope.all(), 0, Ending.COMPLETE));
  }

  private static void assertMessage(String message, Executable reading) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, reading).getMessage());
  }
}
