package io.sluice.reports;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.Glyphs;
import io.sluice.reports.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenReportsTest {
  @TempDir Path folder;

  private final RunReports reports = RunReports.of(SampleRun.golden(), SampleRun.verdict());

  @Test
  void filesAreAsTheyWere() throws IOException {
    reports.write(folder);
    for (String name : new String[] {"summary.json", "verdict.json", "junit.xml"}) {
      assertGolden(name, Files.readString(folder.resolve(name)));
    }
  }

  @Test
  void theTerminalSummaryIsAsItWas() throws IOException {
    assertGolden(
        "summary.txt",
        reports.terminalSummary("runs/1/report.html", Canvas.endless(Style.PLAIN, Glyphs.UNICODE)));
  }

  @Test
  void colourChangesNoCharacter() throws IOException {
    String coloured =
        reports.terminalSummary("runs/1/report.html", Canvas.endless(Style.ANSI, Glyphs.UNICODE));
    assertTrue(coloured.contains("\u001b[1;31m✘ FAIL\u001b[0m"));
    assertGolden("summary.txt", coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void nothingButWholeFilesIsLeft() throws IOException {
    Path deep = folder.resolve("runs/1");
    reports.write(deep);
    reports.write(deep);
    try (Stream<Path> files = Files.list(deep)) {
      assertEquals(
          new TreeSet<>(
              Set.of(
                  "summary.json",
                  "verdict.json",
                  "junit.xml",
                  "report.html",
                  "summary.md",
                  "badge.json")),
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}
