package io.sluice.k6.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is printed while a run goes on.
 *
 * <pre>
 *  running (0m10.0s), 05/10 VUs, 12 complete and 0 interrupted iterations
 *  default   [  16% ] 05/10 VUs  0m10.0s/1m00.0s
 * </pre>
 */
public final class ProgressLines {
  private static final int LONGEST_NAME = 30;

  private ProgressLines() {}

  /** The line of the run and one of each scenario, without line ends. */
  public static List<String> of(RunProgress run, List<ScenarioProgress> scenarios) {
    List<String> lines = new ArrayList<>();
    lines.add(run(run));
    int nameWidth = 0;
    int[] widths = new int[2];
    for (ScenarioProgress scenario : scenarios) {
      nameWidth = Math.max(nameWidth, scenario.scenario().common().name().length());
      List<String> columns = scenario.columns();
      for (int i = 0; i < columns.size() - 1; i++) {
        widths[i] = Math.max(widths[i], columns.get(i).length());
      }
    }
    for (ScenarioProgress scenario : scenarios) {
      lines.add(scenario(scenario, Math.min(nameWidth, LONGEST_NAME), widths));
    }
    return lines;
  }

  private static String run(RunProgress run) {
    return "running (%s), %s/%s VUs, %d complete and %d interrupted iterations"
        .formatted(
            FixedWidth.time(run.elapsedNanos(), run.maxDurationNanos()),
            FixedWidth.number(run.activeVus(), run.maxVus()),
            FixedWidth.number(run.initializedVus(), run.maxVus()),
            run.complete(),
            run.interrupted());
  }

  private static String scenario(ScenarioProgress scenario, int nameWidth, int[] widths) {
    String name = scenario.scenario().common().name();
    String shown = name.length() > nameWidth ? name.substring(0, nameWidth - 3) + "..." : name;
    StringBuilder line = new StringBuilder(padded(shown, nameWidth));
    line.append(' ').append(scenario.status().sign()).append(' ');
    line.append(String.format(Locale.ROOT, "[ %3.0f%% ]", scenario.share() * 100));
    List<String> columns = scenario.columns();
    for (int i = 0; i < columns.size(); i++) {
      int width = i < widths.length ? widths[i] : 0;
      line.append(' ').append(padded(columns.get(i), width + 1));
    }
    return line.toString().stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
