package io.sluice.k6.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.options.OptionSources;
import io.sluice.k6.options.Options;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadPlannerTest {
  private final ScriptNames names =
      new ScriptNames(new StoreSamples.Definitions(new MetricRegistry()));

  private LoadPlan plan(String options) throws Exception {
    Options read = Options.of(OptionSources.ofScript(options), _ -> true);
    return new LoadPlanner("test", Networks.of(read), names).of(read, List.of());
  }

  private static Phase phase(LoadPlan plan, String name) {
    return plan.phases().stream()
        .filter(phase -> phase.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  @Test
  void eachExecutorIsALoadOfItsOwn() throws Exception {
    LoadPlan plan =
        plan(
            """
            {"scenarios": {
              "a": {"executor": "constant-vus", "vus": 3, "duration": "10s", "gracefulStop": "1s"},
              "b": {"executor": "ramping-vus", "startVUs": 2,
                    "stages": [{"duration": "5s", "target": 8}, {"duration": "0s", "target": 4}]},
              "c": {"executor": "shared-iterations", "vus": 2, "iterations": 9, "maxDuration": "1m"},
              "d": {"executor": "per-vu-iterations", "vus": 2, "iterations": 9, "startTime": "7s"},
              "e": {"executor": "constant-arrival-rate", "rate": 120, "timeUnit": "1m",
                    "duration": "30s", "preAllocatedVUs": 5, "maxVUs": 9},
              "f": {"executor": "ramping-arrival-rate", "startRate": 1, "preAllocatedVUs": 5,
                    "stages": [{"duration": "10s", "target": 20}]}}}
            """);

    assertEquals(new ArrivalModel.ConstantUsers(3, seconds(10)), phase(plan, "a").arrivals());
    assertEquals(seconds(1), phase(plan, "a").gracefulStop());
    assertEquals(
        new ArrivalModel.RampingUsers(
            2, List.of(new UserStage(seconds(5), 8), new UserStage(Duration.ZERO, 4))),
        phase(plan, "b").arrivals());
    assertEquals(new ArrivalModel.SharedIterations(2, 9, seconds(60)), phase(plan, "c").arrivals());
    assertEquals(new ArrivalModel.Iterations(2, 9, seconds(600)), phase(plan, "d").arrivals());
    assertEquals(seconds(7), phase(plan, "d").start());
    assertEquals(
        new ArrivalModel.ConstantRate(2, seconds(30), Spacing.FROM_START, 9),
        phase(plan, "e").arrivals());
    assertEquals(
        new ArrivalModel.RampingRate(
            1, List.of(new RateStage(seconds(10), 20)), Spacing.WHEN_DUE, 5),
        phase(plan, "f").arrivals());
    assertEquals(seconds(30), phase(plan, "f").gracefulStop());
  }

  @Test
  void itCallsCodeAndItsDigestIsThatOfTheLoadAlone() throws Exception {
    LoadPlan plan = plan("{\"vus\": 1, \"iterations\": 2}");
    String before = plan.digest();
    int number =
        names.requests().number("login", "", Map.of(), "POST", new Target("http", "a.test", 80));
    names.checks().number("logged in", "cart / pay");
    LoadPlan known = names.known(plan);

    assertTrue(plan.callsCode());
    assertEquals(0, number);
    assertEquals("login", known.requests().getFirst().name());
    assertEquals(List.of(CheckSpec.ofCode("logged in", "cart / pay")), known.checks());
    assertEquals(2, names.count());
    assertEquals(before, known.digest());
  }

  @Test
  void theNetworkIsAsTheOptionsWantIt() throws Exception {
    assertEquals(
        Network.Tls.Trust.INSECURE,
        plan("{\"insecureSkipTLSVerify\": true}").network().tls().trust());
    assertEquals(Network.DEFAULT, plan("{}").network());
  }
}
