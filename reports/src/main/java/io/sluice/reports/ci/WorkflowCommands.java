package io.sluice.reports.ci;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.reports.text.Printable;
import java.util.List;

/**
 * Annotations of a job on GitHub, as commands that its runner reads from the output of a step: the
 * verdict, then each objective that does not hold.
 */
public final class WorkflowCommands {
  /** GitHub shows so many of a kind from one step; the verdict is one of them. */
  private static final int MOST = 9;

  private static final int MAX_TITLE = 200;
  private static final int MAX_MESSAGE = 2_000;

  private WorkflowCommands() {}

  private enum Level {
    NOTICE("notice"),
    WARNING("warning"),
    ERROR("error");

    private final String command;

    Level(String command) {
      this.command = command;
    }

    static Level of(ObjectiveResult result) {
      return switch (result.status()) {
        case PASS -> NOTICE;
        case FAIL -> result.onlyWarns() ? WARNING : ERROR;
        case INCONCLUSIVE -> result.onlyWarns() ? NOTICE : WARNING;
      };
    }

    static Level of(Status status) {
      return switch (status) {
        case PASS -> NOTICE;
        case FAIL -> ERROR;
        case INCONCLUSIVE -> WARNING;
      };
    }
  }

  /** The commands, one a line. */
  public static String of(JudgedRun run) {
    StringBuilder out = new StringBuilder();
    append(
        out,
        Level.of(run.status()),
        "Sluice: " + run.status() + " (" + run.name() + ")",
        run.sentence());
    for (Level level : Level.values()) {
      List<ObjectiveResult> open =
          run.verdict().objectives().stream()
              .filter(result -> result.status() != Status.PASS && Level.of(result) == level)
              .toList();
      open.stream()
          .limit(MOST)
          .forEach(
              result ->
                  append(
                      out,
                      level,
                      result.status() + ": " + result.objective().expression(),
                      result.reason()));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Level level, String title, String message) {
    out.append("::").append(level.command).append(" title=");
    out.append(property(Printable.clip(Printable.line(title), MAX_TITLE))).append("::");
    out.append(value(Printable.clip(Printable.line(message), MAX_MESSAGE))).append('\n');
  }

  /** The value of a command, escaped as the runner undoes it. */
  static String value(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The value of a command's property. */
  static String property(String text) {
    return value(text).replace(":", "%3A").replace(",", "%2C");
  }
}
