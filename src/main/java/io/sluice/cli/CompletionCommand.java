package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Prints a completion script for bash or zsh.",
      "For example: source <(sluice completion bash)"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  static final String NAME = "completion";

  /** A shell. */
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String script = AutoComplete.bash("sluice", spec.root().commandLine());
    String prelude = shell == Shell.ZSH ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
    spec.commandLine().getOut().print(prelude + script);
    spec.commandLine().getOut().flush();
    return ExitCode.PASS.code();
  }
}
