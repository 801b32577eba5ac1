package io.sluice.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSummaryTest {
  private static final Canvas FILE = Canvas.endless(Style.PLAIN, Glyphs.UNICODE);

  private static RunFigures manyNames() {
    List<String> names =
        IntStream.range(0, 30).mapToObj(i -> i + " GET /" + "long/".repeat(40)).toList();
    return RunFigures.of(SampleRun.of(20, 60, names));
  }

  @Test
  void aFileHasAllOfThem() {
    String text = RunSummary.of(manyNames(), SampleRun.verdict(), "r", FILE);
    text.lines().forEach(line -> assertTrue(line.length() <= Screen.MAX_COLUMNS, line));
    assertTrue(text.contains("29 GET /long"), text);
    assertFalse(text.contains("more in the report"), text);
  }

  @ParameterizedTest
  @CsvSource({"100, 50", "100, 40", "100, 36", "80, 42", "120, 38"})
  void aTerminalHasWhatFits(int columns, int rows) {
    Canvas canvas = new Canvas(columns, rows, Style.PLAIN, Glyphs.UNICODE);
    String text = RunSummary.of(manyNames(), SampleRun.verdict(), "r", canvas);
    text.lines().forEach(line -> assertTrue(line.length() <= columns, line));
    assertTrue(text.lines().count() < rows, text);
    assertTrue(text.contains("more in the report"), text);
  }

  @Test
  void aNarrowTerminalHasFewerColumns() {
    RunFigures run = RunFigures.of(SampleRun.golden());
    for (int columns : List.of(40, 60, 72, 80)) {
      Canvas canvas = new Canvas(columns, 200, Style.PLAIN, Glyphs.ASCII);
      String text = RunSummary.of(run, SampleRun.verdict(), "r", canvas);
      text.lines().forEach(line -> assertTrue(line.length() <= columns, line));
      assertEquals("", text.replaceAll("\\p{ASCII}", ""));
    }
  }

  @Test
  void hostileNamesCannotSteerTheTerminal() {
    String hostile = "\u001b]0;owned\u0007\r\u202E<script>\uD800";
    Verdict verdict =
        new Verdict(
            Status.FAIL, hostile, List.of(), List.of(hostile), .95, Verdict.Statistics.INTERVAL);
    String text =
        RunSummary.of(
            RunFigures.of(SampleRun.of(20, 60, List.of(hostile))), verdict, hostile, FILE);
    assertTrue(text.contains("\\u001b]0;owned\\u0007"));
    assertFalse(text.codePoints().anyMatch(c -> c != '\n' && Character.isISOControl(c)));
    assertFalse(text.contains("\u202E"));
  }

  @Test
  void aRunThatDiedSaysSo() {
    Verdict verdict =
        new Verdict(
            Status.INCONCLUSIVE, "no data", List.of(), List.of(), .95, Verdict.Statistics.POINT);
    String text = RunSummary.of(RunFigures.of(SampleRun.silent()), verdict, "", FILE);
    assertTrue(text.contains("? INCONCLUSIVE  no data"));
    assertTrue(text.contains("the run was lost after 0s of 20s: the process was killed"));
    assertFalse(text.contains("report:"));
  }

  @Test
  void sentencesAreBrokenAtBlanks() {
    assertEquals(List.of("aa bb", "cc", "ddddd…"), Wrapped.lines(" aa  bb cc dddddddd ", 6));
    assertEquals(List.of(), Wrapped.lines("", 6));
  }
}
