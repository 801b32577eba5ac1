package io.sluice.scenarios.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ScenarioOptions.ArmValues;
import io.sluice.scenarios.json.PlanJson;
import io.sluice.scenarios.source.Problem;
import io.sluice.scenarios.source.ScenarioException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmMergerTest {
  private static final String SCENARIO =
      """
      env: { BASE_URL: http://127.0.0.1:1, WEB_URL: "${BASE_URL}", FLAG: "off", API_KEY: k }
      setup:
        - { get: "${BASE_URL}/health", name: health, extract: { version: $.v } }
      journey:
        - { get: "${WEB_URL}/", name: home, tags: { part: web }, check: [status 200] }
        - timer: buying
          steps:
            - repeat: 2
              steps:
                - { post: "${BASE_URL}/cart?f=${FLAG}&k=${API_KEY}", name: cart, check: [status 201] }
      profiles: { p: { users: 10, duration: 10s } }
      slo: [ p95 < 1s, "p95{part:web} < 2s, warn", "p95{arm:a} < 3s", throughput >= 600/min, p95(buying) < 5s ]
      """;

  private static CompiledScenario merged(
      String text, Map<String, String> a, Map<String, String> b) {
    return Scenarios.parseArms(
        "x.yaml",
        text,
        ScenarioOptions.NONE,
        new ArmOptions(new ArmValues("--a", a), new ArmValues("--b", b), 0.5));
  }

  private static LoadPlan plan() {
    return merged(
            SCENARIO,
            Map.of("BASE_URL", "http://127.0.0.1:7001"),
            Map.of("BASE_URL", "http://127.0.0.1:7002"))
        .plan();
  }

  private static List<String> problems(String text, Map<String, String> a, Map<String, String> b) {
    ScenarioException refused = assertThrows(ScenarioException.class, () -> merged(text, a, b));
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void everyRequestIsThereForEachArmOnItsTarget() {
    LoadPlan plan = plan();
    assertEquals(
        List.of("health [a]", "health [b]", "home [a]", "home [b]", "cart [a]", "cart [b]"),
        plan.requests().stream().map(RequestSpec::label).toList());
    for (RequestSpec request : plan.requests()) {
      boolean ofA = "a".equals(request.tags().get(Arm.TAG));
      assertEquals(
          ofA ? "http://127.0.0.1:7001" : "http://127.0.0.1:7002",
          plan.targets().get(request.target()).toString());
    }
    assertEquals("web", plan.requests().get(3).tags().get("part"));
    assertEquals(2, plan.targets().size());
  }

  @Test
  void scriptsSendTheirOwnRequestsAndRunTheirOwnChecks() {
    LoadPlan plan = plan();
    for (Phase phase : plan.phases()) {
      Split split = (Split) phase.arrivals();
      assertEquals(split.arm().key(), phase.name());
      for (Op op : plan.scripts().get(phase.script()).ops()) {
        if (op instanceof Op.Send send) {
          assertEquals(phase.name(), plan.requests().get(send.request()).tags().get(Arm.TAG));
        }
        if (op instanceof Op.Check check) {
          int request = plan.checks().get(check.check()).request();
          assertEquals(phase.name(), plan.requests().get(request).tags().get(Arm.TAG));
        }
      }
    }
    assertEquals(4, plan.checks().size());
    assertEquals(1, plan.metrics().size());
    assertEquals(
        new ArrivalModel.ConstantUsers(10, plan.duration()),
        plan.phases().getFirst().arrivals().whole());
  }

  @Test
  void theSetUpOfBothRunsOneAfterTheOther() {
    List<Op> ops = plan().setup().ops();
    assertEquals(
        List.of(new Op.Send(0), new Op.Send(1)),
        ops.stream().filter(Op.Send.class::isInstance).toList());
    assertEquals(1, ops.stream().filter(Op.End.class::isInstance).count());
    assertTrue(ops.contains(new Op.Clear(0)), "B finds its slots empty");
  }

  @Test
  void objectivesJudgeB() {
    assertEquals(
        List.of(
            "p95{arm:b} < 1s",
            "p95{arm:b,part:web} < 2s, warn",
            "p95{arm:a} < 3s",
            "throughput{arm:b} >= 300/min",
            "p95(buying){arm:b} < 5s"),
        plan().objectives().stream().map(Objective::expression).toList());
    for (Objective objective : plan().objectives()) {
      Objective asWritten = Objective.parse(objective.expression());
      assertEquals(asWritten.selection(), objective.selection());
      assertEquals(asWritten.threshold(), objective.threshold(), 1e-9);
      assertEquals(asWritten.severity(), objective.severity());
    }
  }

  @Test
  void itIsStoredAndReadAgain() {
    LoadPlan plan = plan();
    assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
  }

  @Test
  void anArmsValueGoesBeforeTheCommonOne() {
    CompiledScenario merged =
        Scenarios.parseArms(
            "x.yaml",
            SCENARIO,
            ScenarioOptions.NONE.withEnv(Map.of("FLAG", "common", "API_KEY", "s3cret")),
            new ArmOptions(
                new ArmValues("--a", Map.of("FLAG", "old")),
                new ArmValues("--b", Map.of("BASE_URL", "http://127.0.0.1:7002")),
                0.2));
    LoadPlan plan = merged.plan();
    assertTrue(plan.requests().get(4).path().display().contains("f=old&"));
    assertTrue(plan.requests().get(5).path().display().contains("f=common&"));
    assertEquals(List.of("s3cret"), merged.secrets());
    assertEquals(0.8, ((Split) plan.phases().getFirst().arrivals()).ownShare(), 1e-12);
  }

  @Test
  void whatWasProbablyNotMeantIsSaid() {
    Map<String, String> same = Map.of("BASE_URL", "http://127.0.0.1:7001");
    assertEquals(
        List.of("A and B are the same: in such an A/A run every difference is chance"),
        merged(SCENARIO, same, same).warnings());
    assertEquals(
        List.of("both A and B send requests to http://127.0.0.1:9"),
        merged(
                SCENARIO,
                Map.of("BASE_URL", "http://127.0.0.1:7001", "WEB_URL", "http://127.0.0.1:9"),
                Map.of("BASE_URL", "http://127.0.0.1:7002", "WEB_URL", "http://127.0.0.1:9"))
            .warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "FLAGG | --b FLAGG: the scenario's env has no such name; did you mean 'FLAG'?",
        "UNUSED | --b UNUSED: nothing in the scenario uses it",
      })
  void namesThatTheScenarioDoesNotUseAreMistakes(String name, String sentence) {
    String text = SCENARIO.replace("env: {", "env: { UNUSED: x,");
    assertEquals(
        List.of("x.yaml: " + sentence), problems(text, Map.of("FLAG", "on"), Map.of(name, "on")));
  }

  @Test
  void requestsThatAreNamedAfterThePathOfTheirArmCannotBeCompared() {
    String text = SCENARIO.replace("name: home, ", "");
    assertEquals(
        List.of(
            "x.yaml: request 2 is 'GET /old/' for A and 'GET /new/' for B; give it one 'name' that"
                + " both have"),
        problems(
            text.replace("check: [status 200]", "check: [{ name: ok, that: status 200 }]"),
            Map.of("WEB_URL", "http://127.0.0.1:1/old"),
            Map.of("WEB_URL", "http://127.0.0.1:1/new")));
  }

  @Test
  void noSecretIsToldWhereTheArmsDiffer() {
    String text =
        SCENARIO.replace("name: home, ", "").replace("${WEB_URL}/", "${WEB_URL}/${API_KEY}");
    assertEquals(
        List.of(
            "x.yaml: request 2 is 'GET /***' for A and 'GET /***' for B; give it one 'name' that"
                + " both have"),
        problems(
            text.replace("check: [status 200]", "check: [{ name: ok, that: status 200 }]"),
            Map.of("API_KEY", "first"),
            Map.of("API_KEY", "second")));
  }

  @Test
  void anObjectiveOnAPhaseThatIsDividedIsAMistake() {
    assertEquals(
        List.of(
            "x.yaml: no request matches 'p95{phase:p} < 1s': phase is one of a, b; did you mean"
                + " 'a'?"),
        problems(
            SCENARIO.replace("p95 < 1s", "'p95{phase:p} < 1s'"),
            Map.of("FLAG", "on"),
            Map.of("FLAG", "off")));
  }

  @Test
  void dataThatDifferCannotBeCompared() {
    String text =
        """
        env: { BASE_URL: http://127.0.0.1:1, USER: anna }
        data: { users: [ "${USER}", ben ] }
        journey: [ { get: "${BASE_URL}/${pick(users)}", name: home } ]
        profiles: { p: { users: 1, duration: 1s } }
        """;
    assertEquals(
        List.of(
            "x.yaml: the data 'users' are others for A than for B; both must draw from the same"
                + " rows"),
        problems(text, Map.of("USER", "anna"), Map.of("USER", "clara")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags: { arm: x }"})
  void theTagArmIsKept(String tags) {
    String text = SCENARIO.replace("tags: { part: web }", tags);
    ScenarioException refused =
        assertThrows(
            ScenarioException.class, () -> Scenarios.parse("x.yaml", text, ScenarioOptions.NONE));
    assertEquals(
        "x.yaml:5:5: the tag 'arm' is kept for runs that compare two; name it otherwise",
        refused.problems().getFirst().toString());
  }
}
