package io.sluice.cli;

import io.sluice.gate.record.RunRecord;
import io.sluice.history.StoreAddress;
import io.sluice.history.StoreException;
import io.sluice.reports.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Indexes runs that were made before. */
@Command(
    name = "add",
    description = "Indexes the runs of existing folders; those that are indexed are replaced.",
    mixinStandardHelpOptions = true)
final class HistoryAddCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Mixin private StoreFlag store = new StoreFlag();

  HistoryAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunIndex index = new RunIndex(store, console);
    List<RunFolder> folders = runs.stream().map(HistoryAddCommand::judged).toList();
    for (RunFolder folder : folders) {
      StoreAddress address = index.address(folder);
      try {
        RunRecord run = index.put(folder, address);
        console
            .out()
            .printf("%s: %s %s, in %s%n", folder.path(), run.label(), run.status(), address);
      } catch (StoreException e) {
        throw new UserMistake(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new UserMistake(folder.path() + ": " + e.getMessage());
      }
    }
    return ExitCode.PASS.code();
  }

  private static RunFolder judged(Path path) {
    RunFolder folder = RunFolder.open(path);
    if (!Files.isRegularFile(path.resolve(RunReports.VERDICT))) {
      throw new UserMistake(
          "%s: it has no verdict yet; 'sluice gate %s' makes one".formatted(path, path));
    }
    return folder;
  }
}
