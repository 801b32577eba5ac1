package io.sluice.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import io.sluice.reports.Golden;
import io.sluice.reports.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  private String show(RunResult run, Screen screen) {
    try (LiveLine line = new LiveLine(run.plan(), out, screen)) {
      run.intervals().replay(line);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalLineIsRewrittenEverySecond() throws IOException {
    String shown = show(SampleRun.golden(), Screen.terminal(100, Style.PLAIN));
    assertTrue(shown.startsWith("\r") && shown.endsWith("\n"));
    assertEquals(shown.length() - 1, shown.indexOf('\n'));
    Golden.assertGolden("live-terminal.txt", shown.replace("\r", "\\r\n"));
  }

  @Test
  void aLogHasALineEveryFiveSeconds() throws IOException {
    String shown = show(SampleRun.golden(), Screen.log());
    assertEquals(4, shown.lines().count());
    Golden.assertGolden("live-log.txt", shown);
  }

  @Test
  void quietIsQuiet() {
    assertEquals("", show(SampleRun.golden(), Screen.quiet()));
  }

  @Test
  void noLineReachesTheLastColumn() {
    for (int columns : List.of(20, 40, 60, 100)) {
      bytes.reset();
      String shown =
          show(SampleRun.of(30, 900, List.of("a")), Screen.terminal(columns, Style.PLAIN));
      for (String line : shown.split("[\r\n]+", -1)) {
        assertTrue(line.length() < columns, line);
      }
    }
  }

  @Test
  void aShorterLineCoversTheOneBefore() {
    String shown = show(SampleRun.golden(), Screen.terminal(100, Style.PLAIN));
    int before = 0;
    for (String line : shown.replace("\n", "").split("\r", -1)) {
      assertTrue(line.length() >= before, "'" + line + "' leaves a rest of what was there");
      before = line.stripTrailing().length();
    }
  }

  @Test
  void colourIsForTheStyleToGive() {
    assertFalse(show(SampleRun.golden(), Screen.terminal(100, Style.PLAIN)).contains("\u001b"));
    assertTrue(show(SampleRun.golden(), Screen.terminal(100, Style.ANSI)).contains("\u001b[1;31m"));
  }

  @Test
  void aScreenHasRoomForSomething() {
    var error = assertThrows(IllegalArgumentException.class, () -> Screen.terminal(19, Style.ANSI));
    assertEquals("a screen must have 20 columns at least, was 19", error.getMessage());
  }
}
