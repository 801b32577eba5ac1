package io.sluice.cli;

import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Comparer;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.model.run.RunResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two stored runs; the exit code says whether the second one is worse. */
@Command(
    name = "compare",
    description = {
      "Says whether RUN_B is worse than RUN_A, request by request.",
      "Exit code 0: proven not worse by more than matters; 3: a regression; 4: not settled."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RUN_A", description = "The folder of a run.")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The folder of the run to judge.")
  private Path b = Path.of("");

  @Mixin private CompareOptions options = new CompareOptions();

  @Option(
      names = "--force",
      description = "Compare runs of different scenarios, loads or requests, too.")
  private boolean force;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Criteria criteria = options.criteria();
    RunResult runA = RunReader.read(a);
    RunResult runB = RunReader.read(b);
    String difference = Fingerprint.of(runA.plan()).difference(Fingerprint.of(runB.plan()));
    if (!difference.isEmpty() && !force) {
      throw new UserMistake(
          "%s and %s are not comparable: %s; --force compares them all the same"
              .formatted(a, b, difference));
    }
    Comparison comparison;
    try {
      comparison =
          new Comparer(criteria).sequential(Arm.of(a.toString(), runA), Arm.of(b.toString(), runB));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    options.report(comparison, runA, runB, console);
    return comparison.change().exitCode();
  }
}
