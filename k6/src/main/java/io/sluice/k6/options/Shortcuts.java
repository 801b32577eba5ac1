package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import java.util.List;

/**
 * Makes a scenario of vus, duration, iterations and stages.
 *
 * <p>iterations make shared-iterations (with duration as maxDuration), duration constant-vus,
 * stages ramping-vus, vus alone shared-iterations of one for each, and nothing at all one
 * iteration.
 */
final class Shortcuts {
  private Shortcuts() {}

  /** Sets the scenarios of canonical options; throws where two ways are taken at once. */
  static void resolve(ObjectNode options, List<String> warnings) throws K6Exception {
    boolean stages = options.path("stages").size() > 0;
    boolean scenarios = options.has("scenarios");
    JsonNode vus = options.get("vus");
    if (options.has("iterations")) {
      refuse("iterations", "stages", stages);
      refuse("iterations", "scenarios", scenarios);
      ObjectNode scenario = scenario(options, Executor.SHARED_ITERATIONS, "vus");
      scenario.set("iterations", options.get("iterations"));
      if (options.has("duration")) {
        scenario.set("maxDuration", options.get("duration"));
      }
    } else if (options.has("duration")) {
      refuse("duration", "stages", stages);
      refuse("duration", "scenarios", scenarios);
      if (GoDuration.parse(options.get("duration").asText()) <= 0) {
        throw invalid("`duration` option should be more than 0");
      }
      scenario(options, Executor.CONSTANT_VUS, "vus").set("duration", options.get("duration"));
    } else if (stages) {
      refuse("stages", "scenarios", scenarios);
      ArrayNode timed = Json.NODES.arrayNode();
      options.get("stages").forEach(s -> timed.addAll(s.has("duration") ? List.of(s) : List.of()));
      scenario(options, Executor.RAMPING_VUS, "startVUs").set("stages", timed);
    } else if (vus != null && !options.has("stages")) {
      if (scenarios) {
        warnings.add("`vus=" + vus.asText() + "` overrides scenarios configuration");
      }
      options.set("iterations", vus);
      scenario(options, Executor.SHARED_ITERATIONS, "vus").set("iterations", vus);
    } else if (options.path("scenarios").isEmpty()) {
      for (String empty : List.of("stages", "scenarios")) {
        if (options.has(empty)) {
          warnings.add(
              "`"
                  + empty
                  + "` was explicitly set to an empty value, running the script with 1 iteration in"
                  + " 1 VU");
        }
      }
      options
          .putObject("scenarios")
          .putObject("default")
          .put("executor", Executor.PER_VU_ITERATIONS.text());
    }
  }

  private static ObjectNode scenario(ObjectNode options, Executor executor, String vusField) {
    ObjectNode scenario = Json.object().put("executor", executor.text());
    if (options.has("vus")) {
      scenario.set(vusField, options.get("vus"));
    }
    options.putObject("scenarios").set("default", scenario);
    return scenario;
  }

  private static void refuse(String one, String other, boolean both) throws K6Exception {
    if (both) {
      throw invalid(
          "using `%s` and `%s` options simultaneously is not allowed".formatted(one, other));
    }
  }

  private static K6Exception invalid(String sentence) {
    return new K6Exception(ExitCode.INVALID_CONFIG, sentence);
  }
}
