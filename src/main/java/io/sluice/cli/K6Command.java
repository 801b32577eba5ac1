package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is done with k6 scripts; without a subcommand it explains itself. */
@Command(
    name = "k6",
    description =
        "Runs k6 scripts unmodified: same flags, checks, thresholds, summary and exit codes, and a"
            + " verdict by statistics beside them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class K6Command implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new K6Command());
    spec.addSubcommand("run", CommandSpec.forAnnotatedObject(new K6RunCommand(console)));
    spec.addSubcommand("inspect", CommandSpec.forAnnotatedObject(new K6InspectCommand(console)));
    spec.addSubcommand("lint", CommandSpec.forAnnotatedObject(new K6LintCommand(console)));
    return spec;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.BAD_USAGE.code();
  }
}
