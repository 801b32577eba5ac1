package io.sluice.reports;

import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.Glyphs;
import io.sluice.reports.terminal.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the reports of a sample run, to look at them: {@code SampleReport FOLDER [SECONDS]
 * [REQUESTS PER SECOND]}.
 */
final class SampleReport {
  private SampleReport() {}

  public static void main(String[] args) throws IOException {
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 180;
    int perSecond = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    List<String> names = SampleRun.NAMES;
    RunReports reports =
        RunReports.of(SampleRun.of(seconds, perSecond, names), SampleRun.verdict());
    Path folder = Path.of(args[0]);
    reports.write(folder);
    System.out.print(
        reports.terminalSummary(
            folder.resolve(RunReports.PAGE).toString(),
            Canvas.endless(Style.ANSI, Glyphs.UNICODE)));
  }
}
