package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.scenarios.source.Problem;
import io.sluice.scenarios.source.ScenarioException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the process starts and ends. */
public final class Main {
  private Main() {}

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, Console.system()));
  }

  /** Runs the command on a console and returns its exit code. */
  static int run(String[] given, Console console) {
    String[] args = Commands.route(given, Console::lookAtStandardInput);
    CommandLine commands = new CommandLine(new SluiceCommand());
    new Commands(console).addTo(commands, args);
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commands.setUsageHelpWidth(Math.max(80, console.columns()));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    commands.setParameterExceptionHandler(
        (mistake, _) -> {
          console.problem(Misuse.sentence(mistake, console));
          console
              .err()
              .println(
                  "Try '"
                      + mistake.getCommandLine().getCommandSpec().qualifiedName()
                      + " --help'.");
          return ExitCode.BAD_USAGE.code();
        });
    commands.setExecutionExceptionHandler((failure, _, _) -> failed(failure, console));
    try {
      return commands.execute(args);
    } catch (Error defect) {
      return failed(defect, console);
    }
  }

  private static int failed(Throwable failure, Console console) {
    if (failure instanceof ScenarioException scenario) {
      scenario.problems().forEach(problem -> show(problem, console));
      return ExitCode.BAD_USAGE.code();
    }
    if (failure instanceof UserMistake || failure instanceof TargetException) {
      console.problem(String.valueOf(failure.getMessage()));
      return ExitCode.BAD_USAGE.code();
    }
    console.problem("internal error: " + failure);
    if (console.debug()) {
      failure.printStackTrace(console.err());
    } else {
      console.err().println("Set SLUICE_DEBUG=1 to see where; please report it with that text.");
    }
    return ExitCode.INTERNAL_ERROR.code();
  }

  private static void show(Problem problem, Console console) {
    console.err().println(problem);
    if (!problem.excerpt().isEmpty()) {
      console.err().println(problem.excerpt());
    }
  }
}
