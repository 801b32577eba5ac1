package io.sluice.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import io.sluice.reports.Golden;
import io.sluice.reports.SampleRun;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveScreenTest {
  /** What is known after so many intervals. */
  private static LiveState after(int intervals, RunResult run) {
    LiveState state = new LiveState(run.plan());
    run.intervals()
        .replay(
            interval -> {
              if (interval.number() < intervals) {
                state.onInterval(interval);
              }
            });
    state.judged(SampleRun.verdict());
    return state;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @ParameterizedTest
  @CsvSource({"40, UNICODE", "80, UNICODE", "120, UNICODE", "40, ASCII", "80, ASCII", "120, ASCII"})
  void itIsLaidOutByItsWidth(int columns, Glyphs glyphs) throws IOException {
    Canvas canvas = new Canvas(columns, 40, Style.PLAIN, glyphs);
    String name = "screen-%d-%s.txt".formatted(columns, glyphs.name().toLowerCase(Locale.ROOT));
    Golden.assertGolden(name, text(LiveScreen.lines(after(14, SampleRun.golden()), canvas)));
  }

  @Test
  void colourChangesNoCharacter() throws IOException {
    LiveState state = after(14, SampleRun.golden());
    String coloured = text(LiveScreen.lines(state, new Canvas(80, 40, Style.ANSI, Glyphs.UNICODE)));
    assertTrue(coloured.contains("\u001b[1;31m✘ FAIL\u001b[0m"), coloured);
    Golden.assertGolden("screen-80-unicode.txt", coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    Golden.assertGolden("screen-80-ansi.txt", coloured.replace("\u001b", "\\e"));
  }

  @Test
  void beforeTheFirstIntervalItSaysWhatIsToCome() throws IOException {
    LiveState state = new LiveState(SampleRun.golden().plan());
    Canvas canvas = new Canvas(80, 40, Style.PLAIN, Glyphs.UNICODE);
    Golden.assertGolden("screen-start.txt", text(LiveScreen.lines(state, canvas)));
  }

  @Test
  void noLineReachesTheLastColumnAndNoScreenTheLastRow() {
    LiveState hostile =
        after(
            40,
            SampleRun.of(
                40,
                300,
                List.of("日本語の名前".repeat(30), "\u001b[2J\u202E", "GET /" + "x".repeat(300))));
    for (int columns : new int[] {30, 40, 59, 60, 80, 99, 100, 120, 139, 140, 141, 250}) {
      for (int rows : new int[] {5, 6, 10, 15, 20, 24, 60}) {
        for (Glyphs glyphs : Glyphs.values()) {
          List<String> lines =
              LiveScreen.lines(hostile, new Canvas(columns, rows, Style.PLAIN, glyphs));
          assertTrue(lines.size() < rows, () -> rows + " rows:\n" + text(lines));
          for (String line : lines) {
            assertTrue(Cells.width(line) < columns, () -> columns + " columns: " + line);
            assertFalse(line.chars().anyMatch(Character::isISOControl), line);
          }
        }
      }
    }
  }

  @Test
  void whereThereIsLittleRoomWhatFailsIsStillThere() {
    LiveState state = after(14, SampleRun.golden());
    String small = text(LiveScreen.lines(state, new Canvas(80, 14, Style.PLAIN, Glyphs.UNICODE)));
    assertTrue(small.contains("p95{endpoint:checkout} < 300ms"), small);
    assertTrue(small.contains("… 5 more"), small);
    assertFalse(small.contains("error_rate < 5%"), small);
  }

  @Test
  void onlyTheLastMinuteIsKeptSecondBySecond() {
    LiveState state = after(100, SampleRun.of(90, 50, SampleRun.NAMES));
    assertEquals(60, state.rates().length);
    assertEquals(50, state.rates()[0]);
    // the drain is a quarter of a second with one answer
    assertEquals(4, state.rates()[59]);
    assertEquals(4 * 50 + 1, state.moment().response().getTotalCount());
  }

  @Test
  void asciiIsAscii() {
    LiveState state = after(14, SampleRun.golden());
    String text = text(LiveScreen.lines(state, new Canvas(120, 40, Style.PLAIN, Glyphs.ASCII)));
    assertEquals("", text.replaceAll("\\p{ASCII}", ""));
  }
}
