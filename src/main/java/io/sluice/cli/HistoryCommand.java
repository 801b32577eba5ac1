package io.sluice.cli;

import io.sluice.gate.record.RunRecord;
import io.sluice.history.Filter;
import io.sluice.history.History;
import io.sluice.history.StoreAddress;
import io.sluice.history.StoreException;
import io.sluice.model.plan.Nearest;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.runs.HistoryJson;
import io.sluice.reports.runs.RunGroup;
import io.sluice.reports.runs.TrendPage;
import io.sluice.reports.terminal.HistorySummary;
import io.sluice.reports.terminal.TrendLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how runs went over time. */
@Command(
    name = "history",
    description = {
      "Shows how runs went over time: verdicts, a line for each objective, and which run was worse"
          + " than those before it.",
      "Every run is indexed after its verdict; 'sluice history add RUN' indexes an older one."
    },
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  private static final String HTML = "--html";
  private static final Path RUNS = Path.of("runs");

  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "",
      description = "Name of a scenario (default: all).")
  private String name = "";

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many runs, the newest ones (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only runs of this load profile.")
  private String profile = "";

  @Mixin private StoreFlag store = new StoreFlag();

  @Option(names = HTML, paramLabel = "FILE", description = "Write a page with charts.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Print JSON in place of the table.")
  private boolean json;

  HistoryCommand(Console console) {
    this.console = console;
  }

  /** The command with its own subcommand. */
  static CommandSpec spec(Console console) {
    CommandSpec add = CommandSpec.forAnnotatedObject(new HistoryAddCommand(console));
    add.versionProvider(new Version());
    return CommandSpec.forAnnotatedObject(new HistoryCommand(console)).addSubcommand("add", add);
  }

  @Override
  public Integer call() {
    if (last < 1) {
      throw new UserMistake("--last: expected a number of runs >= 1, was " + last);
    }
    if (html != null) {
      OutputFile.requirePossible(HTML, html);
    }
    StoreAddress address = store.address(RUNS, console.environment());
    requireSomething(address);
    try (History history = History.open(address, console.environment())) {
      List<RunRecord> runs = history.runs(new Filter(name, profile, last));
      if (runs.isEmpty()) {
        throw new UserMistake(nothing(history, address));
      }
      show(address, RunGroup.of(runs, new RunChanges(history, this::progress).of(runs)));
    } catch (StoreException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    return ExitCode.PASS.code();
  }

  /** For who waits; a program's log need not have it. */
  private void progress(String what) {
    if (console.terminal()) {
      console.err().println(what + " ...");
    }
  }

  private void show(StoreAddress address, List<RunGroup> groups) {
    if (html != null) {
      OutputFile.write(HTML, html, TrendPage.of(address.toString(), groups));
    }
    if (json) {
      console.out().print(JsonText.pretty(HistoryJson.of(address.toString(), groups)));
    } else {
      TrendLine trend = TrendLine.of(console.out().charset());
      console
          .out()
          .print(
              new HistorySummary(console.columns(), console.style(), trend, ZoneId.systemDefault())
                  .of(groups));
    }
    console.out().flush();
  }

  /** Opening a file would make it. */
  private static void requireSomething(StoreAddress address) {
    switch (address) {
      case StoreAddress.None _ -> throw new UserMistake("there is no history: the store is 'none'");
      case StoreAddress.SqliteFile sqlite -> {
        if (!Files.isRegularFile(sqlite.file())) {
          throw new UserMistake(
              "there is no history at %s yet: a run is indexed after its verdict, an older one by"
                      .formatted(sqlite.file())
                  + " 'sluice history add RUN'");
        }
      }
      case StoreAddress.Postgresql _ -> {
        // whether it is there is seen when it is opened
      }
    }
  }

  private String nothing(History history, StoreAddress address) throws StoreException {
    List<String> names = history.names();
    if (names.isEmpty()) {
      return "no run is indexed in %s yet".formatted(address);
    }
    if (!name.isEmpty() && !names.contains(name)) {
      return "no run of '%s' is indexed in %s%s"
          .formatted(name, address, hint(name, names, "scenarios"));
    }
    return "no run of the profile '%s' is indexed in %s%s"
        .formatted(profile, address, hint(profile, history.profiles(), "profiles"));
  }

  private static String hint(String word, List<String> known, String what) {
    if (known.isEmpty()) {
      return "";
    }
    String nearest = Nearest.hint(word, known);
    return nearest.isEmpty()
        ? "; its %s are: %s".formatted(what, String.join(", ", known))
        : nearest;
  }
}
