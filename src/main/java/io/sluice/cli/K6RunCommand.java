package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.k6.summary.SummaryMode;
import io.sluice.model.plan.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a k6 script. */
@Command(
    name = "run",
    description = {
      "Runs a k6 script, unmodified.",
      "",
      "The exit code is k6's: 0, 99 where a threshold was crossed, 107 for an exception, and so on;"
          + " with --gate statistics it is that of Sluice's verdict: 0, 3 or 4."
    },
    mixinStandardHelpOptions = true)
final class K6RunCommand implements Callable<Integer> {
  /** Who decides the exit code. */
  enum Gate {
    /** The thresholds, by what was measured, as k6 does. */
    K6,
    /** The verdict, by intervals. */
    STATISTICS
  }

  private final Console console;
  @Mixin private K6Flags flags = new K6Flags();

  @Option(
      names = "--summary-mode",
      paramLabel = "MODE",
      defaultValue = "compact",
      description = "The summary: compact, full or disabled (default: ${DEFAULT-VALUE}).")
  private String summaryMode = "compact";

  @Option(
      names = "--summary-export",
      paramLabel = "FILE",
      description = "Writes the summary as JSON.")
  private @Nullable Path summaryExport;

  @Option(
      names = "--new-machine-readable-summary",
      description = "The summary's newer JSON format, also for handleSummary().")
  private boolean newSummary;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no header and no progress.")
  private boolean quiet;

  @Option(
      names = "--no-lint",
      description = "Do not warn of what sluice k6 lint finds in the script.")
  private boolean noLint;

  @Option(
      names = "--gate",
      paramLabel = "WHO",
      defaultValue = "k6",
      description =
          "Who decides the exit code: k6, by thresholds, or statistics, by Sluice's verdict"
              + " (default: ${DEFAULT-VALUE}).")
  private Gate gate = Gate.K6;

  @Option(
      names = "--run-folder",
      paramLabel = "DIR",
      description = "The run's folder, new or empty (default: runs/<time>-<name>).")
  private @Nullable Path folder;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "0",
      description = "Loops, one thread each, that make the load (default: one for each free core).")
  private int loops;

  @Mixin private K6Watchers watchers = new K6Watchers();

  K6RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SummaryMode mode = SummaryMode.of(summaryMode);
    if (mode == null) {
      List<String> modes =
          Arrays.stream(SummaryMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
      throw new UserMistake(
          "--summary-mode: expected one of %s, was '%s'%s"
              .formatted(String.join(", ", modes), summaryMode, Nearest.hint(summaryMode, modes)));
    }
    EngineOptions engine =
        new EngineOptions(loops, EngineOptions.Transport.AUTO, "sluice/" + Version.current());
    return new K6Run(
            console,
            flags,
            watchers,
            engine,
            new K6Run.Wishes(mode, summaryExport, newSummary, quiet, !noLint, gate, folder))
        .execute();
  }
}
