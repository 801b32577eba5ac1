package io.sluice.k6.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.k6.K6Exception;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioOptionsTest {
  private static Options scenarios(String json) throws K6Exception {
    return OptionsTest.script("{\"scenarios\":{" + json.replace('\'', '"') + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'executor':'constant-vus','vus':10,'duration':'1m'|10 looping VUs for 1m0s (gracefulStop:"
            + " 30s)|90",
        "'executor':'constant-vus','duration':'1m','gracefulStop':'0s'|1 looping VUs for 1m0s|60",
        "'executor':'ramping-vus','stages':[{'duration':'10s','target':3}],'startTime':'5s'|Up to 3"
            + " looping VUs for 10s over 1 stages (gracefulRampDown: 30s, startTime: 5s,"
            + " gracefulStop: 30s)|45",
        "'executor':'shared-iterations','vus':2,'iterations':9|9 iterations shared among 2 VUs"
            + " (maxDuration: 10m0s, gracefulStop: 30s)|630",
        "'executor':'per-vu-iterations','vus':2,'iterations':9,'maxDuration':'3s'|9 iterations for"
            + " each of 2 VUs (maxDuration: 3s, gracefulStop: 30s)|33",
        "'executor':'constant-arrival-rate','rate':30,'timeUnit':'1m','duration':'10s',"
            + "'preAllocatedVUs':5|0.50 iterations/s for 10s (maxVUs: 5, gracefulStop: 30s)|40",
        "'executor':'constant-arrival-rate','rate':30,'duration':'10s','preAllocatedVUs':5,"
            + "'maxVUs':50|30.00 iterations/s for 10s (maxVUs: 5-50, gracefulStop: 30s)|40",
        "'executor':'ramping-arrival-rate','startRate':1,'stages':[{'duration':'10s','target':100},"
            + "{'duration':'20s','target':0}],'preAllocatedVUs':5,'maxVUs':9|Up to 100.00"
            + " iterations/s for 30s over 2 stages (maxVUs: 5-9, gracefulStop: 30s)|60",
      })
  void describes(String fields, String description, long endSeconds) throws K6Exception {
    ScenarioOptions scenario = scenarios("'a':{" + fields + "}").scenarios().getFirst();

    assertEquals(description, scenario.describe());
    assertEquals(endSeconds * 1_000_000_000L, scenario.endNanos());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'executor':'constant-vus','vus':0|the number of VUs must be more than 0, the duration is"
            + " unspecified",
        "'executor':'constant-vus','duration':'999ms'|the duration must be at least 1s, but is"
            + " 999ms",
        "'executor':'constant-vus','duration':'1s','startTime':'-1s','gracefulStop':-1|the startTime"
            + " can't be negative, the gracefulStop timeout can't be negative",
        "'executor':'ramping-vus','startVUs':0,'stages':[]|at least one stage has to be specified,"
            + " either startVUs or one of the stages' target values must be greater than 0",
        "'executor':'ramping-vus','stages':[{'target':1},{'duration':'1s'}]|stage 1 doesn't have a"
            + " duration, stage 2 doesn't have a target",
        "'executor':'ramping-vus','stages':[{'duration':'1s','target':200000000}]|target for stage"
            + " 1 exceeds max limit of 100000000",
        "'executor':'shared-iterations','vus':3,'iterations':2|the number of iterations (2) can't"
            + " be less than the number of VUs (3)",
        "'executor':'per-vu-iterations','iterations':0|the number of iterations must be more than"
            + " 0",
        "'executor':'constant-arrival-rate','duration':'1s'|the iteration rate isn't specified, the"
            + " number of preAllocatedVUs isn't specified",
        "'executor':'constant-arrival-rate','rate':0,'timeUnit':0,'duration':'1s',"
            + "'preAllocatedVUs':2,'maxVUs':1|the iteration rate must be more than 0, the timeUnit"
            + " must be more than 0, maxVUs can't be less than preAllocatedVUs",
        "'executor':'ramping-arrival-rate','startRate':-1,'stages':[{'duration':'1s','target':1}],"
            + "'preAllocatedVUs':-2|the startRate value can't be negative, the number of"
            + " preAllocatedVUs can't be negative",
        "'executor':'constant-vus','duration':'1s','exec':''|exec value cannot be empty",
      })
  void saysAllThatIsWrong(String fields, String problems) {
    String message =
        String.valueOf(
            assertThrows(K6Exception.class, () -> scenarios("'a':{" + fields + "}")).getMessage());

    assertEquals(
        "There were problems with the specified script configuration:"
            + "\n\t- scenario a has configuration errors: "
            + problems,
        message.replace("\n\t- executor a: function '' not found in exports", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}|scenario 'a' doesn't have a specified executor type",
        "{'executor':'constant-vu'}|unknown executor type 'constant-vu'; did you mean"
            + " 'constant-vus'?",
        "{'executor':'externally-controlled'}|the executor 'externally-controlled' was removed in"
            + " k6 v2; use 'constant-vus' or 'ramping-vus' instead",
        "{'executor':'constant-vus','durations':'1s'}|scenarios with the executor constant-vus have"
            + " no field 'durations'; did you mean 'duration'?",
        "[]|expected a scenario such as {executor: 'constant-vus'}, was []",
      })
  void refusesWhatItDoesNotKnow(String scenario, String sentence) {
    assertEquals(
        "options of the script: scenarios.a: " + sentence,
        assertThrows(K6Exception.class, () -> scenarios("'a':" + scenario)).getMessage());
  }

  @Test
  void wantsFunctionsThatAreThere() {
    assertEquals(
        "There were problems with the specified script configuration:"
            + "\n\t- executor a: function 'nope' not found in exports",
        assertThrows(
                K6Exception.class,
                () -> scenarios("'a':{'executor':'per-vu-iterations','exec':'nope'}"))
            .getMessage());
  }

  @Test
  void sortsScenariosAndAddsTheirUsers() throws K6Exception {
    Options options =
        scenarios(
            "'z':{'executor':'constant-vus','vus':4,'duration':'10s','gracefulStop':0},"
                + "'b':{'executor':'constant-vus','vus':3,'duration':'10s','startTime':'9s'},"
                + "'a':{'executor':'constant-vus','vus':5,'duration':'10s','startTime':'10s',"
                + "'tags':{'n':1},'env':{'E':'x'}}");

    assertEquals(
        List.of("z", "b", "a"), options.scenarios().stream().map(s -> s.common().name()).toList());
    assertEquals(new ExecutionPlan(8, 50_000_000_000L), options.plan());
    assertEquals("1", options.scenarios().get(2).common().tags().get("n"));
    assertEquals("x", options.scenarios().get(2).common().env().get("E"));
  }
}
