package io.sluice.reports.terminal;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.reports.runs.SampleHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySummaryTest {
  private static String summary(String name, int columns, Style style) {
    return new HistorySummary(columns, style, TrendLine.BLOCKS, ZoneOffset.UTC)
        .of(SampleHistory.groups(name));
  }

  @Test
  void isAsItWas() throws IOException {
    assertGolden("history.txt", summary("Storefront journey", 100, Style.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 200})
  void noLineIsWiderThanTheTerminal(int columns) {
    String summary = summary("x".repeat(300) + "\u001b[31m\u202e", columns, Style.PLAIN);
    summary.lines().forEach(line -> assertTrue(line.length() <= columns, line));
    assertTrue(summary.indexOf('\u001b') < 0 && summary.indexOf('\u202e') < 0);
  }

  @Test
  void aLineOfNumbersIsOneCharacterEach() {
    double none = Double.NaN;
    double all = Double.POSITIVE_INFINITY;
    assertEquals("▁▂▃▄▅▆▇█", TrendLine.BLOCKS.line(new double[] {0, 1, 2, 3, 4, 5, 6, 7}));
    assertEquals("_.:-=+*#", TrendLine.ASCII.line(new double[] {0, 1, 2, 3, 4, 5, 6, 7}));
    assertEquals("▁ █", TrendLine.BLOCKS.line(new double[] {3, none, all}));
    assertEquals("▁▁", TrendLine.BLOCKS.line(new double[] {5, 5}));
    assertEquals("", TrendLine.BLOCKS.line(new double[0]));
    assertEquals(" ", TrendLine.BLOCKS.line(new double[] {none}));
  }

  @Test
  void charsetsThatCannotShowBarsHaveOthers() {
    assertEquals(TrendLine.BLOCKS, TrendLine.of(StandardCharsets.UTF_8));
    assertEquals(TrendLine.ASCII, TrendLine.of(StandardCharsets.US_ASCII));
    assertEquals(TrendLine.ASCII, TrendLine.of(StandardCharsets.ISO_8859_1));
  }
}
