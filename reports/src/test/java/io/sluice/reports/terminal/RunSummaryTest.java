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

class RunSummaryTest {
  @Test
  void manyLongNamesFitTheScreen() {
    List<String> names =
        IntStream.range(0, 30).mapToObj(i -> i + " GET /" + "long/".repeat(40)).toList();
    String text =
        RunSummary.of(
            RunFigures.of(SampleRun.of(20, 60, names)), SampleRun.verdict(), "r", Style.PLAIN);
    text.lines().forEach(line -> assertTrue(line.length() <= Screen.MAX_COLUMNS, line));
    assertTrue(text.contains("… and 15 more"));
    assertTrue(text.lines().count() < 60);
  }

  @Test
  void hostileNamesCannotSteerTheTerminal() {
    String hostile = "\u001b]0;owned\u0007\r\u202E<script>\uD800";
    Verdict verdict =
        new Verdict(
            Status.FAIL, hostile, List.of(), List.of(hostile), .95, Verdict.Statistics.INTERVAL);
    String text =
        RunSummary.of(
            RunFigures.of(SampleRun.of(20, 60, List.of(hostile))), verdict, hostile, Style.PLAIN);
    assertTrue(text.contains("\\u001b]0;owned\\u0007"));
    assertFalse(text.codePoints().anyMatch(c -> c != '\n' && Character.isISOControl(c)));
    assertFalse(text.contains("\u202E"));
  }

  @Test
  void aRunThatDiedSaysSo() {
    Verdict verdict =
        new Verdict(
            Status.INCONCLUSIVE, "no data", List.of(), List.of(), .95, Verdict.Statistics.POINT);
    String text = RunSummary.of(RunFigures.of(SampleRun.silent()), verdict, "", Style.PLAIN);
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
