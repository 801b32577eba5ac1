package io.sluice.cli;

import io.sluice.cli.web.Access;
import io.sluice.cli.web.Binding;
import io.sluice.cli.web.WebServer;
import io.sluice.reports.runs.FileNames;
import io.sluice.reports.runs.RunsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the runs of a folder in a browser. */
@Command(
    name = "serve",
    description = {
      "Lists the runs of a folder in a browser and opens their reports, until Ctrl-C.",
      "Read-only. On the loopback address unless --bind names another; then it wants a token."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final String BIND = "--bind";
  private static final String TOKEN = "--token";
  private static final String VARIABLE = "SLUICE_TOKEN";

  private final Console console;

  @Option(
      names = BIND,
      paramLabel = "[HOST:]PORT",
      defaultValue = "8180",
      description = "Where to listen; port 0 for a free one (default: ${DEFAULT-VALUE}).")
  private String bind = "8180";

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "The folder of the runs (default: ${DEFAULT-VALUE}).")
  private Path runs = Path.of("runs");

  @Option(
      names = TOKEN,
      paramLabel = "TOKEN",
      description =
          "What a reader must know; better in SLUICE_TOKEN, where no list of processes shows it"
              + " (default: none on the loopback address, elsewhere a new one, which is printed).")
  private @Nullable String token;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(runs)) {
      throw new UserMistake(
          "--runs %s: there is no such folder; expected one that holds folders of runs"
              .formatted(runs));
    }
    try (WebServer server = started()) {
      console
          .out()
          .println("The runs of %s are at %s ; Ctrl-C ends it.".formatted(runs, server.uri()));
      console.out().flush();
      CtrlC.await();
    }
    return ExitCode.PASS.code();
  }

  private WebServer started() {
    Binding binding = Flag.read(BIND, bind, Binding::parse);
    RunsFolder folder = new RunsFolder(runs, Clock.systemUTC());
    try {
      return WebServer.start(
          binding,
          access(binding),
          List.of(
              new RunListRoute(folder),
              new RunListJsonRoute(folder),
              new RunFileRoute(new FileNames(runs))));
    } catch (IOException e) {
      throw new UserMistake("%s %s: cannot listen there: %s".formatted(BIND, bind, e.getMessage()));
    }
  }

  private Access access(Binding binding) {
    return token == null
        ? Flag.read(
            VARIABLE,
            console.environment().getOrDefault(VARIABLE, ""),
            text -> Access.of(binding, text))
        : Flag.read(TOKEN, token, text -> Access.of(binding, text));
  }
}
