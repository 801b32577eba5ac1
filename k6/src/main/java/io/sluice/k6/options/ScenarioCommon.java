package io.sluice.k6.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every scenario has, whatever its executor.
 *
 * @param name the scenario's name
 * @param startTimeNanos when it starts, in nanoseconds after the run; at least 0
 * @param gracefulStopNanos how long iterations may go on after its end, in nanoseconds; at least 0
 * @param env environment variables of its iterations
 * @param givenExec the function that the script asked for, or null
 * @param tags tags of its samples
 */
public record ScenarioCommon(
    String name,
    long startTimeNanos,
    long gracefulStopNanos,
    Map<String, String> env,
    @Nullable String givenExec,
    Map<String, String> tags) {
  /** The name of the exported function that an iteration calls. */
  public String exec() {
    return givenExec == null ? "default" : givenExec;
  }

  /** The bracket after a description, with an executor's own facts before the common ones. */
  String facts(String... own) {
    List<String> facts = new ArrayList<>(List.of(own));
    if (givenExec != null) {
      facts.add("exec: " + givenExec);
    }
    if (startTimeNanos > 0) {
      facts.add("startTime: " + GoDuration.format(startTimeNanos));
    }
    if (gracefulStopNanos > 0) {
      facts.add("gracefulStop: " + GoDuration.format(gracefulStopNanos));
    }
    return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
  }
}
