package io.sluice.engine.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Template.Escape;
import io.sluice.model.plan.TextBuffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Escaper}, {@link Decimal} and {@link Slots}. */
class TextTest {
  private static String escaped(Escape escape, String value) {
    TextBuffer out = new TextBuffer();
    Escaper.write(escape, Cells.buffer(value), out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "a-z_A.Z~09, a-z_A.Z~09",
    "'a b', a%20b",
    "a+b, a%2Bb",
    "a/b?c=d&e#f, a%2Fb%3Fc%3Dd%26e%23f",
    "100%, 100%25",
    "é€😀, %C3%A9%E2%82%AC%F0%9F%98%80",
    "*!'(), %2A%21%27%28%29"
  })
  void percentEncodesAllButUnreservedCharacters(String value, String expected) {
    assertEquals(expected, escaped(Escape.PATH, value));
    assertEquals(expected, escaped(Escape.QUERY, value));
  }

  @Test
  void percentEncodingIsThatOfFormsButForBlanksStarsAndTildes() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      String text = randomText(random);
      String form =
          URLEncoder.encode(text, StandardCharsets.UTF_8)
              .replace("+", "%20")
              .replace("*", "%2A")
              .replace("%7E", "~");
      assertEquals(form, escaped(Escape.QUERY, text));
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      int c = random.nextInt(4) == 0 ? random.nextInt(0xD800) : random.nextInt(128);
      text.appendCodePoint(c);
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain é€😀 /|plain é€😀 /",
        "say \"hi\"|say \\\"hi\\\"",
        "back\\slash|back\\\\slash",
        "~~|~~"
      })
  void escapesForJson(String value, String expected) {
    assertEquals(expected, escaped(Escape.JSON, value));
  }

  @Test
  void escapesEveryControlCharacterForJson() {
    for (char c = 0; c < ' '; c++) {
      assertEquals("a\\u00%02Xb".formatted((int) c), escaped(Escape.JSON, "a" + c + "b"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "é€😀", "{\"a\": 1}", "two\nlines\r\n", "\u0000\u007f\t"})
  void leavesTextAsItIsWhereNothingIsToBeEscaped(String value) {
    assertEquals(value, escaped(Escape.NONE, value));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 9, 10, -1, -10, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40})
  void writesNumbers(long value) {
    TextBuffer out = new TextBuffer();
    Decimal.append(value, out);
    assertEquals(Long.toString(value), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-7, -7",
    "007, 7",
    "999999999999999999, 999999999999999999",
    "-999999999999999999, -999999999999999999",
    "1000000000000000000, 0",
    "'', 0",
    "-, 0",
    "+7, 0",
    "7.5, 0",
    "' 7', 0",
    "7x, 0",
    "--7, 0",
    "٣, 0"
  })
  void readsNumbers(String text, long expected) {
    TextBuffer buffer = Cells.buffer(text);
    assertEquals(expected, Decimal.parse(buffer.bytes(), buffer.length()));
  }

  @Test
  void slotsHoldNumbersOrTexts() {
    Slots slots = new Slots(3);
    assertFalse(slots.present(0));
    assertEquals(0, slots.number(0));
    slots.setNumber(0, 5);
    slots.setText(1).append("12");
    assertTrue(slots.present(0));
    assertTrue(slots.present(1));
    assertEquals(5, slots.number(0));
    assertEquals(12, slots.number(1));
    assertEquals("5", held(slots, 0));
    assertEquals("12", held(slots, 1));
    assertEquals("", held(slots, 2));
  }

  @Test
  void slotsForgetWhatTheyHeld() {
    Slots slots = new Slots(2);
    slots.setText(0).append("old");
    slots.setText(0).append("new");
    assertEquals("new", held(slots, 0));
    slots.setNumber(0, 1);
    assertEquals("1", held(slots, 0));
    slots.clear(0);
    assertFalse(slots.present(0));
    assertEquals("", held(slots, 0));
    slots.setNumber(0, 1);
    slots.setText(1).append("x");
    slots.clearAll();
    assertFalse(slots.present(0) || slots.present(1));
    assertEquals(0, slots.number(0));
  }

  private static String held(Slots slots, int slot) {
    TextBuffer out = new TextBuffer();
    slots.appendTo(slot, out);
    return out.toString();
  }
}
