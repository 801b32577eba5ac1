package io.sluice.cli;

import io.sluice.model.run.RunResult;
import io.sluice.reports.export.RunExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a stored run in a form that other programs read. */
@Command(
    name = "export",
    description = {
      "Writes a stored run in a form that other programs read; the exit code is 0.",
      "csv: a row for each second and request; json: every interval of the run log with figures;"
          + " hlog: HdrHistogram's log of interval histograms; k6-summary: what k6 writes for"
          + " --summary-export."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      required = true,
      completionCandidates = Candidates.Export.class,
      description = "csv, json, hlog or k6-summary.")
  private String format = "";

  @Option(
      names = "--table",
      paramLabel = "ROWS",
      description =
          "Of csv: seconds (a row for each second and request, the default) or requests (a row for"
              + " each request, and one for all together).")
  private ExportFormat.@Nullable Table table;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to (default: standard output). What is there is replaced.")
  private @Nullable Path out;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExportFormat wanted = Flag.read("--format", format, ExportFormat::of);
    if (table != null && wanted != ExportFormat.CSV) {
      throw new UserMistake("--table needs --format csv, was " + format);
    }
    RunExport export = wanted.export(table == null ? ExportFormat.Table.SECONDS : table, run);
    if (out == null) {
      RunResult result = RunReader.read(run);
      try {
        export.write(result, console.out());
      } catch (IOException e) {
        throw new UserMistake("cannot export " + run + ": " + e.getMessage());
      }
      console.out().flush();
    } else {
      OutputFile.requirePossible("--out", out);
      RunResult result = RunReader.read(run);
      OutputFile.write("--out", out, stream -> export.write(result, stream));
    }
    return ExitCode.PASS.code();
  }
}
