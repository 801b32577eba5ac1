package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.endpoint.EndpointGroup;
import io.sluice.storefront.endpoint.EndpointScope;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which rule counts, and what a breakage does. */
final class FaultsTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void mostSpecificRuleCountsInAnyOrder() {
    Faults faults =
        Faults.none()
            .with(LatencyRule.parse("/checkout/complete=fixed:3s"))
            .with(LatencyRule.parse("checkout=fixed:2s"))
            .with(LatencyRule.parse("fixed:1s"));
    assertEquals(Latency.parse("fixed:3s"), faults.latencyOf(Endpoint.CHECKOUT_COMPLETE));
    assertEquals(Latency.parse("fixed:2s"), faults.latencyOf(Endpoint.CHECKOUT_START));
    assertEquals(Latency.parse("fixed:1s"), faults.latencyOf(Endpoint.HEALTH));
  }

  @Test
  void lastOfEquallySpecificRulesCounts() {
    Faults faults = Faults.none().with(ErrorRule.parse("5%")).with(ErrorRule.parse("7%"));
    assertEquals(0.07, faults.errorRateOf(Endpoint.CART), 1e-12);
  }

  @Test
  void slowBreakageMakesAnEighthOfAllButHealthSlow() {
    FaultInjector injector = new FaultInjector(Faults.none().with(Breakage.SLOW), 1, 0);
    for (Endpoint endpoint : Endpoint.values()) {
      long slow =
          LongStream.generate(() -> injector.drawRelease(endpoint, 0))
              .limit(20_000)
              .filter(nanos -> nanos >= 5 * SECOND / 2 && nanos <= 4 * SECOND)
              .count();
      double expected = endpoint == Endpoint.HEALTH ? 0 : 0.12;
      assertEquals(expected, slow / 20_000.0, 0.01, endpoint::label);
    }
  }

  @Test
  void errorsBreakageIsForTheCheckoutOnlyAndNeverLowersARate() {
    Faults broken = Faults.none().with(ErrorRule.parse("20%")).with(Breakage.ERRORS);
    assertEquals(0.2, broken.errorRateOf(Endpoint.CHECKOUT_START), 1e-12);
    Faults plain = Faults.none().with(Breakage.ERRORS);
    for (Endpoint endpoint : Endpoint.values()) {
      double expected = endpoint.group() == EndpointGroup.CHECKOUT ? 0.1 : 0;
      assertEquals(expected, plain.errorRateOf(endpoint), 1e-12, endpoint::label);
    }
  }

  @Test
  void endpointsDrawFromStreamsOfTheirOwn() {
    Faults faults = Faults.none().with(LatencyRule.parse("uniform:0ms..1s"));
    FaultInjector alone = new FaultInjector(faults, 9, 0);
    FaultInjector mixed = new FaultInjector(faults, 9, 0);
    for (int i = 0; i < 50; i++) {
      long other = mixed.drawRelease(Endpoint.HOMEPAGE, 0);
      long own = mixed.drawRelease(Endpoint.CART, 0);
      assertEquals(alone.drawRelease(Endpoint.CART, 0), own, () -> "after " + other);
    }
  }

  @Test
  void stallHoldsWhatFallsIntoIt() {
    Faults faults =
        Faults.none().with(LatencyRule.parse("fixed:500ms")).with(Stall.parse("1s/10s"));
    FaultInjector injector = new FaultInjector(faults, 1, 100 * SECOND);
    assertEquals(110 * SECOND, injector.drawRelease(Endpoint.CART, 108 * SECOND + SECOND / 2));
    assertEquals(108 * SECOND + SECOND / 2, injector.drawRelease(Endpoint.CART, 108 * SECOND));
    assertEquals(110 * SECOND, injector.heldByStall(109 * SECOND));
  }

  @Test
  void errorRateOfOneAndZeroAreCertain() {
    Faults faults = Faults.none().with(ErrorRule.parse("cart=100%"));
    FaultInjector injector = new FaultInjector(faults, 1, 0);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(true, injector.drawError(Endpoint.CART));
      assertEquals(false, injector.drawError(Endpoint.HOMEPAGE));
    }
  }

  @Test
  void impossibleRateIsRefused() {
    assertEquals(
        "error rate must be between 0 and 1, was -0.1",
        assertThrows(IllegalArgumentException.class, () -> new ErrorRule(EndpointScope.all(), -0.1))
            .getMessage());
  }

  @Test
  void resetsAreDrawnApartFromErrors() {
    Faults faults =
        Faults.none().with(ResetRule.parse("20%")).with(ResetRule.parse("/checkout/start=0%"));
    FaultInjector injector = new FaultInjector(faults, 5, 0);
    FaultInjector withErrors = new FaultInjector(faults.with(ErrorRule.parse("50%")), 5, 0);
    int resets = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean reset = injector.drawReset(Endpoint.CART);
      boolean error = withErrors.drawError(Endpoint.CART);
      assertEquals(reset, withErrors.drawReset(Endpoint.CART), () -> "after " + error);
      assertEquals(false, injector.drawReset(Endpoint.CHECKOUT_START));
      resets += reset ? 1 : 0;
    }
    assertEquals(0.2, resets / 10_000.0, 0.02);
  }
}
