package io.sluice.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  @Test
  void theCharsetSaysWhatCanBeDrawn() {
    assertEquals(Glyphs.UNICODE, Glyphs.of(StandardCharsets.UTF_8));
    assertEquals(Glyphs.UNICODE, Glyphs.of(StandardCharsets.UTF_16));
    // what Windows consoles and old terminals are set to
    for (String name : List.of("US-ASCII", "ISO-8859-1", "windows-1252", "IBM437", "IBM850")) {
      assertEquals(Glyphs.ASCII, Glyphs.of(Charset.forName(name)), name);
    }
  }

  @Test
  void aSparklineHasItsPeakAtTheTop() {
    double[] values = {0, 25, 50, 75, 100};
    assertEquals("▁▃▅▆█", Sparkline.of(values, 60, Glyphs.UNICODE));
    assertEquals("_:=+#", Sparkline.of(values, 60, Glyphs.ASCII));
    assertEquals("", Sparkline.of(new double[0], 60, Glyphs.ASCII));
    assertEquals("___", Sparkline.of(new double[3], 60, Glyphs.ASCII));
    assertEquals("▂█", Sparkline.of(new double[] {10, 20, 100, 100}, 2, Glyphs.UNICODE));
    assertEquals("", Sparkline.of(values, -1, Glyphs.UNICODE));
  }

  @Test
  void aBarIsFilledByItsShare() {
    assertEquals("━━──", Glyphs.UNICODE.bar(0.5, 4));
    assertEquals("####", Glyphs.ASCII.bar(7, 4));
    assertEquals("----", Glyphs.ASCII.bar(-1, 4));
    assertEquals("", Glyphs.ASCII.bar(0.5, 0));
  }

  @Test
  void widthIsThatOfTheTerminal() {
    assertEquals(3, Cells.width("abc"));
    assertEquals(6, Cells.width("日本語"));
    assertEquals(1, Cells.width("e\u0301"));
    assertEquals(2, Cells.width("🚀"));
    assertEquals("日…", Cells.clip("日本語", 4));
    assertEquals("", Cells.clip("abc", 0));
  }
}
