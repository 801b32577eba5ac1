package io.sluice.scenarios.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.scenarios.Samples;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.source.ScenarioException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
  private static final String SCENARIO =
      """
      env:
        BASE_URL: http://default
        WEB_URL: ${BASE_URL}:81
      journey: [ { get: "${WEB_URL}/" } ]
      """
          + Samples.PROFILES;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | \"\" | http://default:81",
        "\"\" | http://process | http://process:81",
        "http://given | \"\" | http://given:81",
        "http://given | http://process | http://given:81",
      })
  void givenBeatsProcessBeatsDefault(String given, String process, String target) {
    ScenarioOptions options =
        ScenarioOptions.NONE
            .withEnv(given.isEmpty() ? Map.of() : Map.of("BASE_URL", given))
            .withProcessEnvironment(
                process.isEmpty()
                    ? Map.of("OTHER", "x")
                    : Map.of("OTHER", "x", "BASE_URL", process));
    assertEquals(
        target,
        Scenarios.parse("x.yaml", SCENARIO, options).plan().targets().getFirst().toString());
  }

  @Test
  void aGivenNameThatTheScenarioDoesNotDeclareIsAProblem() {
    ScenarioException failure =
        assertThrows(
            ScenarioException.class,
            () ->
                Scenarios.parse(
                    "x.yaml",
                    SCENARIO,
                    ScenarioOptions.NONE.withEnv(Map.of("BASE_ULR", "http://h"))));
    assertEquals(
        "x.yaml: --env BASE_ULR: the scenario's env has no such name; did you mean 'BASE_URL'?",
        failure.getMessage());
  }

  @Test
  void valuesOfSecretNamesAreSecrets() {
    CompiledScenario compiled =
        Scenarios.parse(
            "x.yaml",
            """
            env: { API_KEY: one, DbPassword: two, access_token: three, apikey: four, PLACE: five, MY_SECRET: "" }
            journey: [ { get: http://h/ } ]
            """
                + Samples.PROFILES,
            ScenarioOptions.NONE);
    assertEquals(List.of("one", "two", "three", "four"), compiled.secrets());
    assertFalse(compiled.toString().contains("two"));
  }

  @Test
  void whatNothingUsesIsWarnedOf() {
    CompiledScenario compiled =
        Scenarios.parse(
            "x.yaml",
            """
            env: { A: x, B: y, C: "${B}" }
            data: { terms: [a], users: [ { name: "${C}" } ] }
            journey: [ { get: "http://h/${pick(terms)}" } ]
            """
                + Samples.PROFILES,
            ScenarioOptions.NONE);
    assertEquals(
        List.of("nothing draws from the data 'users'", "nothing uses the name 'A' of env"),
        compiled.warnings());
  }
}
