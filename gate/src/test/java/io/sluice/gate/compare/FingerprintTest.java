package io.sluice.gate.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static Fingerprint of(ArrivalModel arrivals) {
    return Fingerprint.of(new TwoPhases(1, 1000, arrivals).result().plan());
  }

  @Test
  void howLongALoadLastsIsNoDifference() {
    assertEquals("", of(TwoPhases.open(60)).difference(of(TwoPhases.open(90))));
    assertEquals(List.of("browse", "pay"), of(TwoPhases.open(60)).requests());
  }

  @Test
  void anotherLoadIsADifference() {
    assertEquals(
        "the loads are 'a: poisson arrivals at 100/s; b: poisson arrivals at 100/s' and 'a: 10"
            + " users; b: 10 users'",
        of(TwoPhases.open(60)).difference(of(TwoPhases.closed(60))));
    ArrivalModel uniform =
        new ArrivalModel.ConstantRate(
            100, Duration.ofSeconds(70), ArrivalModel.Spacing.UNIFORM, 100);
    assertEquals(
        "the loads are 'a: poisson arrivals at 100/s; b: poisson arrivals at 100/s' and 'a:"
            + " uniform arrivals at 100/s; b: uniform arrivals at 100/s'",
        of(TwoPhases.open(60)).difference(of(uniform)));
  }

  /** It names them as they come, which is another order in every run. */
  @Test
  void theOrderOfACodesRequestsIsNoDifference() {
    LoadPlan plan = new TwoPhases(1, 1000, TwoPhases.open(60)).result().plan();
    LoadPlan code =
        new LoadPlan(
            plan.name(),
            plan.profile(),
            plan.seed(),
            plan.targets(),
            plan.data(),
            plan.requests(),
            List.of(),
            List.of(),
            plan.scripts().stream().map(script -> Script.code(script.name())).toList(),
            Script.empty("setup"),
            plan.phases(),
            plan.objectives(),
            plan.limits(),
            plan.network());
    LoadPlan other = code.withNames(code.targets(), code.requests().reversed(), List.of());

    assertEquals(List.of("browse", "pay"), Fingerprint.of(other).requests());
    assertEquals("", Fingerprint.of(code).difference(Fingerprint.of(other)));
  }

  @Test
  void anotherScenarioOrRequestIsADifference() {
    Fingerprint shop = new Fingerprint("shop", List.of("main: 5 users"), List.of("browse"));
    assertEquals(
        "the scenarios are 'shop' and 'bank'",
        shop.difference(new Fingerprint("bank", shop.load(), shop.requests())));
    assertEquals(
        "the requests are browse and browse, pay",
        shop.difference(new Fingerprint("shop", shop.load(), List.of("browse", "pay"))));
  }
}
