package io.sluice.k6.summary;

import io.sluice.k6.options.ExecutionPlan;
import io.sluice.k6.options.GoDuration;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.ScenarioOptions;
import java.util.List;

/** What is printed before a run: where it runs, what, and its scenarios. */
public final class RunHeader {
  private RunHeader() {}

  /**
   * The header, between blank lines.
   *
   * @param script the script's name as it was given
   * @param outputs descriptions of the outputs; none shows a dash
   * @param palette whether it has colours
   */
  public static String text(Options options, String script, List<String> outputs, Palette palette) {
    ExecutionPlan plan = options.plan();
    int count = options.scenarios().size();
    String scenarios =
        "(100.00%%) %s, %d max VUs, %s max duration (incl. graceful stop):"
            .formatted(
                count == 1 ? "1 scenario" : count + " scenarios",
                plan.maxVus(),
                GoDuration.format(FixedWidth.roundedNanos(plan.maxDurationNanos())));
    StringBuilder text = new StringBuilder("\n");
    line(text, "     execution: ", palette.cyan("local"));
    line(text, "        script: ", palette.cyan(script));
    line(
        text,
        "        output: ",
        palette.cyan(outputs.isEmpty() ? "-" : String.join(", ", outputs)));
    line(text, "", "");
    line(text, "     scenarios: ", palette.cyan(scenarios));
    for (ScenarioOptions scenario : options.scenarios()) {
      line(text, "              * ", scenario.common().name() + ": " + scenario.describe());
    }
    line(text, "", "");
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(label).append(value).append('\n');
  }
}
