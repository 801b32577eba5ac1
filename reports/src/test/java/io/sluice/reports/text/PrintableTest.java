package io.sluice.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @Test
  void controlsAndDirectionMarksAreSpeltOut() {
    assertEquals("\\u001b[31mred\\u0007", Printable.line("\u001b[31mred\u0007"));
    assertEquals("a\\u202eb\\u200f", Printable.line("a\u202Eb\u200F"));
    assertEquals("a b c d", Printable.line("a\tb\nc\u2028d"));
    assertEquals("\\u009b31m", Printable.line("\u009b31m"));
    assertEquals("Grüße 🙂 ✔", Printable.line("Grüße 🙂 ✔"));
  }

  @Test
  void surrogatesWithoutAPartnerAreReplaced() {
    assertEquals("\uFFFDx\uFFFD", Printable.wellFormed("\uDC00x\uD800"));
    assertEquals("\uFFFD🙂", Printable.wellFormed("\uD83D🙂"));
    assertEquals("🙂", Printable.wellFormed("🙂"));
  }

  @Test
  void xmlHasNoNonCharacters() {
    assertEquals("\uFFFD\uFFFD", Printable.xml("\uFFFE\uFFFF"));
  }

  @ParameterizedTest
  @CsvSource({"abc,3,abc", "abcd,3,ab…", "abcd,1,…", "'',1,''"})
  void longTextIsCut(String text, int length, String expected) {
    assertEquals(expected, Printable.clip(text, length));
  }

  @Test
  void noPairIsCutInTwo() {
    assertEquals("a…", Printable.clip("a🙂bc", 3));
  }
}
