package io.sluice.reports.ci;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.reports.figures.Distribution;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.text.Printable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What later steps of a job on GitHub can read of a run. Numbers are plain, in milliseconds, shares
 * of 0 to 1 and requests per second; one that does not exist is empty.
 */
public final class StepOutputs {
  private static final int MAX_SENTENCE = 4_000;

  private StepOutputs() {}

  /** The outputs by their names. */
  public static Map<String, String> of(JudgedRun run) {
    RequestFigures total = run.figures().measured().total();
    Distribution response = total.response();
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("verdict", run.status().name());
    outputs.put("exit-code", Integer.toString(run.exitCode()));
    outputs.put("sentence", Printable.clip(Printable.line(run.sentence()), MAX_SENTENCE));
    outputs.put("run-folder", run.folder());
    outputs.put("report", run.file("report.html"));
    outputs.put("requests", Long.toString(total.finished()));
    outputs.put("rate-per-second", number(total.ratePerSecond()));
    outputs.put("error-rate", number(total.errorRate()));
    outputs.put("p50-ms", number(response.p50()));
    outputs.put("p95-ms", number(response.p95()));
    outputs.put("p99-ms", number(response.p99()));
    outputs.put("max-ms", number(response.max()));
    outputs.put("slos", Integer.toString(run.verdict().objectives().size()));
    outputs.put("slos-failed", count(run, Status.FAIL));
    outputs.put("slos-inconclusive", count(run, Status.INCONCLUSIVE));
    return Collections.unmodifiableMap(outputs);
  }

  /** The lines for the file that {@code GITHUB_OUTPUT} names. */
  public static String lines(Map<String, String> outputs) {
    return lines(outputs, "sluice-" + UUID.randomUUID());
  }

  /**
   * Every value stands between two lines of a delimiter that it does not hold, so that no value can
   * end there and name another.
   */
  static String lines(Map<String, String> outputs, String delimiter) {
    StringBuilder out = new StringBuilder();
    outputs.forEach(
        (name, value) -> {
          if (value.contains(delimiter)) {
            throw new IllegalArgumentException("the delimiter is in the value of " + name);
          }
          out.append(name).append("<<").append(delimiter).append('\n');
          out.append(Printable.wellFormed(value)).append('\n').append(delimiter).append('\n');
        });
    return out.toString();
  }

  private static String count(JudgedRun run, Status status) {
    return Long.toString(
        run.verdict().objectives().stream()
            .filter(result -> !result.onlyWarns())
            .map(ObjectiveResult::status)
            .filter(status::equals)
            .count());
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(JsonText.rounded(value)).stripTrailingZeros().toPlainString()
        : "";
  }
}
