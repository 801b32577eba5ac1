package io.sluice.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the reports of a stored run again. */
@Command(
    name = "report",
    description = "Writes the reports of a stored run again; the exit code is 0.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Mixin private GateOptions gate = new GateOptions();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Judgement judgement = new Judgement(RunFolder.open(run), gate, console);
    judgement.tell(judgement.find(RunReader.read(run)));
    return ExitCode.PASS.code();
  }
}
