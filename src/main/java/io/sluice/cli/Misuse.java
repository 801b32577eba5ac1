package io.sluice.cli;

import io.sluice.model.plan.Nearest;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in one sentence. */
final class Misuse {
  private Misuse() {}

  static String sentence(ParameterException mistake, Console console) {
    if (mistake instanceof UnmatchedArgumentException unmatched
        && unmatched.getCommandLine().getCommandSpec().userObject() instanceof K6RunCommand) {
      String option = unmatched.getUnmatched().getFirst().split("=", 2)[0];
      CommandSpec run = CommandSpec.forAnnotatedObject(new RunCommand(console));
      if (run.optionsMap().containsKey(option)) {
        return "the option '%s' goes with scenarios, not with k6 scripts".formatted(option);
      }
    }
    return sentence(mistake);
  }

  private static String sentence(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unmatched
        ? unknown(unmatched.getCommandLine().getCommandSpec(), unmatched.getUnmatched().getFirst())
        : String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", "");
  }

  private static String unknown(CommandSpec command, String argument) {
    if (argument.startsWith("-")) {
      String option = argument.split("=", 2)[0];
      boolean tooShortToBeNearAnything = option.length() < 4;
      Set<String> known = tooShortToBeNearAnything ? Set.of() : command.optionsMap().keySet();
      return "unknown option '" + option + "'" + Nearest.hint(option, known);
    }
    Set<String> known = command.subcommands().keySet();
    if (argument.startsWith(NotifyFlags.SLACK)) {
      return "a webhook stands where no argument is expected; expected --notify before it";
    }
    return known.isEmpty()
        ? "unexpected argument '" + argument + "'"
        : "unknown command '" + argument + "'" + Nearest.hint(argument, known);
  }
}
