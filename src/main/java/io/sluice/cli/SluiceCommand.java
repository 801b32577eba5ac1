package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself; without a subcommand it explains itself. */
@Command(
    name = "sluice",
    description =
        "Floods a deployment with virtual users and says, with evidence, whether the release may go"
            + " through the gate.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PASS: the release may go through the gate",
      "1:internal error",
      "2:bad usage, bad scenario, or a target that cannot be reached",
      "3:FAIL: an objective does not hold",
      "4:INCONCLUSIVE: the evidence does not decide",
      "130:interrupted; verdict and report were written"
    })
final class SluiceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.BAD_USAGE.code();
  }
}
