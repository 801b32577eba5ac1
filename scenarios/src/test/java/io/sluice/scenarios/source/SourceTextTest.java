package io.sluice.scenarios.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  @Test
  void showsTheLineAndACaret() {
    SourceText text = new SourceText("f", "one\n\ttwo: 3\n");
    assertEquals(" two: 3\n ^", text.excerpt(new Location("f", 2, 2)));
    assertEquals("one\n   ^", text.excerpt(new Location("f", 1, 9)));
    assertEquals("", text.excerpt(Location.ofFile("f")));
    assertEquals("", text.excerpt(new Location("f", 3, 1)));
  }

  @ParameterizedTest
  @CsvSource({"1", "60", "61", "500", "940", "1000"})
  void longLinesAreCutAroundTheCaret(int column) {
    String line = "x".repeat(column - 1) + "!" + "x".repeat(1000 - column);
    String[] excerpt =
        new SourceText("f", line).excerpt(new Location("f", 1, column)).split("\n", -1);
    assertTrue(excerpt[0].length() <= 122, excerpt[0]);
    assertEquals('!', excerpt[0].charAt(excerpt[1].indexOf('^')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "abc | abc | 1 | 1:6",
        "abc | 'abc' | 1 | 1:7",
        "a\"bc | ~\"a\\\"bc\"~ | 2 | 1:9",
        "~a\nbc\n~ | ~|\n  a\n  bc\n~ | 3 | 3:4",
      })
  void offsetsIntoAValueAreFoundInTheSource(String text, String raw, int offset, String place) {
    Location at = new Snippet(text, new Location("f", 1, 5), raw).at(offset);
    assertEquals("f:" + place, at.toString());
  }
}
