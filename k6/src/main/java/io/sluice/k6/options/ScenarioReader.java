package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes scenarios of canonical fields, and says everything that is wrong with any of them. */
final class ScenarioReader {
  private ScenarioReader() {}

  static List<ScenarioOptions> read(JsonNode scenarios, Predicate<String> isExported)
      throws K6Exception {
    List<ScenarioOptions> result = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> scenario : scenarios.properties()) {
      ScenarioFields fields = new ScenarioFields(scenario.getKey(), scenario.getValue());
      ScenarioOptions options = scenario(fields, scenario.getValue().path("executor").asText());
      result.add(options);
      if (!fields.problems().isEmpty()) {
        problems.add(
            "scenario %s has configuration errors: %s"
                .formatted(scenario.getKey(), String.join(", ", fields.problems())));
      }
      if (!isExported.test(options.common().exec())) {
        problems.add(
            "executor %s: function '%s' not found in exports"
                .formatted(scenario.getKey(), options.common().exec()));
      }
    }
    if (!problems.isEmpty()) {
      throw new K6Exception(
          ExitCode.INVALID_CONFIG,
          "There were problems with the specified script configuration:\n\t- "
              + String.join("\n\t- ", problems));
    }
    result.sort(
        Comparator.comparingLong((ScenarioOptions s) -> s.common().startTimeNanos())
            .thenComparing(s -> s.common().name()));
    return result;
  }

  private static ScenarioOptions scenario(ScenarioFields fields, String name) {
    Executor executor = Executor.of(name);
    if (executor == null) {
      throw new IllegalArgumentException("not canonical: executor " + name);
    }
    return switch (executor) {
      case CONSTANT_VUS -> ConstantVus.read(fields);
      case RAMPING_VUS -> RampingVus.read(fields);
      case SHARED_ITERATIONS -> SharedIterations.read(fields);
      case PER_VU_ITERATIONS -> PerVuIterations.read(fields);
      case CONSTANT_ARRIVAL_RATE -> ConstantArrivalRate.read(fields);
      case RAMPING_ARRIVAL_RATE -> RampingArrivalRate.read(fields);
    };
  }
}
