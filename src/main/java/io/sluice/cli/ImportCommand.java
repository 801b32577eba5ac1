package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes scenarios of what others have written; without a subcommand it explains itself. */
@Command(
    name = "import",
    description = "Makes a scenario of a file of another tool.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new ImportCommand());
    spec.addSubcommand("k6", CommandSpec.forAnnotatedObject(new ImportK6Command(console)));
    return spec;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.BAD_USAGE.code();
  }
}
