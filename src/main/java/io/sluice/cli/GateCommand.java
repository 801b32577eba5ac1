package io.sluice.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges a stored run again; the exit code is the verdict. */
@Command(
    name = "gate",
    description = {
      "Judges a stored run again and writes its reports; the exit code is the verdict.",
      "Where neither --slo nor the scenario names objectives, the release gate applies:"
          + " p95 < 2s, error_rate < 5%%, throughput >= 1000/min."
    },
    mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private AnnounceFlags announce = new AnnounceFlags();

  GateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Announcer announcer = announce.announcer(console);
    return announcer.tell(new AbJudgement(RunFolder.open(run), gate, console).judge());
  }
}
