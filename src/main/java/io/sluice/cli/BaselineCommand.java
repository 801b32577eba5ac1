package io.sluice.cli;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.baseline.RelativeChange;
import io.sluice.reports.compare.BaselineJson;
import io.sluice.reports.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a baseline of stored runs. */
@Command(
    name = "baseline",
    description = {
      "Makes a baseline of one or several runs of the same load, to hold later runs against.",
      "Five runs or more know how much runs differ from each other; one does not."
    },
    mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {
  private static final String OUT = "--out";
  private final Console console;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(names = OUT, paramLabel = "FILE", required = true, description = "The baseline's file.")
  private Path out = Path.of("");

  BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    OutputFile.requirePossible(OUT, out);
    Baseline baseline;
    try {
      baseline = Baseline.of(runs.stream().map(RunReader::read).toList());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    OutputFile.write(OUT, out, JsonText.pretty(BaselineJson.of(baseline)));
    console.out().printf("%s: %d run%s%n", out, runs.size(), runs.size() == 1 ? "" : "s");
    if (runs.size() < RelativeChange.RUNS_TO_KNOW_SPREAD) {
      console
          .out()
          .println("With five runs or more it would know how much runs differ from each other.");
    }
    return ExitCode.PASS.code();
  }
}
