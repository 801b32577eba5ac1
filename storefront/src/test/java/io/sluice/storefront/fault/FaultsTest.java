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
          LongStream.generate(() -> injector.fateOf(endpoint, 0).releaseNanos())
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
      long other = mixed.fateOf(Endpoint.HOMEPAGE, 0).releaseNanos();
      long own = mixed.fateOf(Endpoint.CART, 0).releaseNanos();
      assertEquals(alone.fateOf(Endpoint.CART, 0).releaseNanos(), own, () -> "after " + other);
    }
  }

  @Test
  void stallHoldsWhatFallsIntoIt() {
    Faults faults =
        Faults.none().with(LatencyRule.parse("fixed:500ms")).with(Stall.parse("1s/10s"));
    FaultInjector injector = new FaultInjector(faults, 1, 100 * SECOND);
    assertEquals(
        110 * SECOND, injector.fateOf(Endpoint.CART, 108 * SECOND + SECOND / 2).releaseNanos());
    assertEquals(
        108 * SECOND + SECOND / 2, injector.fateOf(Endpoint.CART, 108 * SECOND).releaseNanos());
    assertEquals(110 * SECOND, injector.heldByStall(109 * SECOND));
  }

  @Test
  void errorRateOfOneAndZeroAreCertain() {
    Faults faults = Faults.none().with(ErrorRule.parse("cart=100%"));
    FaultInjector injector = new FaultInjector(faults, 1, 0);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(Fate.Treatment.ERROR, injector.fateOf(Endpoint.CART, 0).treatment());
      assertEquals(Fate.Treatment.SERVED, injector.fateOf(Endpoint.HOMEPAGE, 0).treatment());
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
      boolean reset = isReset(injector, Endpoint.CART);
      assertEquals(reset, isReset(withErrors, Endpoint.CART));
      assertEquals(false, isReset(injector, Endpoint.CHECKOUT_START));
      resets += reset ? 1 : 0;
    }
    assertEquals(0.2, resets / 10_000.0, 0.02);
  }

  private static boolean isReset(FaultInjector injector, Endpoint endpoint) {
    return injector.fateOf(endpoint, 0).treatment() == Fate.Treatment.RESET;
  }

  @Test
  void cutsAreDrawnByTheirKind() {
    Faults faults =
        Faults.none()
            .with(CutRule.parse("20%", Ending.RESET_MIDWAY))
            .with(CutRule.parse("cart=50%", Ending.HALF_CLOSE));
    FaultInjector injector = new FaultInjector(faults, 5, 0);
    int[] endings = new int[Ending.values().length];
    for (int i = 0; i < 10_000; i++) {
      endings[injector.fateOf(Endpoint.CART, 0).delivery().ending().ordinal()]++;
    }
    assertEquals(0.2, endings[Ending.RESET_MIDWAY.ordinal()] / 10_000.0, 0.02);
    assertEquals(0.4, endings[Ending.HALF_CLOSE.ordinal()] / 10_000.0, 0.02);
    assertEquals(0.0, faults.cutRateOf(Endpoint.ORDERS, Ending.HALF_CLOSE));
  }

  @Test
  void slowStepIsSlowForAllEndpointsOfTheServer() {
    Faults faults = Faults.none().with(LatencyRule.parse("ar1:10ms,0.5,0.9"));
    FaultInjector injector = new FaultInjector(faults, 3, 0);
    for (long elapsed = 0; elapsed < 100 * SECOND; elapsed += SECOND) {
      assertEquals(
          injector.fateOf(Endpoint.CART, elapsed).drawnNanos(),
          injector.fateOf(Endpoint.ORDERS, elapsed + SECOND / 2).drawnNanos());
    }
  }

  @Test
  void limitIsSharedByTheEndpointsOfItsRuleAndRefusesBeforeTheLatency() {
    Faults faults =
        Faults.none()
            .with(LatencyRule.parse("fixed:1s"))
            .with(LimitRule.parse("tokens:1/s,2"))
            .with(LimitRule.parse("health=tokens:1/s,1"));
    FaultInjector injector = new FaultInjector(faults, 1, 0);
    assertEquals(SECOND, injector.fateOf(Endpoint.CART, 0).releaseNanos());
    assertEquals(SECOND, injector.fateOf(Endpoint.ORDERS, 0).releaseNanos());
    Fate refused = injector.fateOf(Endpoint.CART, 0);
    assertEquals(Fate.Treatment.REFUSED, refused.treatment());
    assertEquals(0, refused.releaseNanos());
    assertEquals(Fate.Treatment.SERVED, injector.fateOf(Endpoint.HEALTH, 0).treatment());
  }
}
