package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a user remembers during an iteration: numbers or texts, by slot. */
final class Slots {
  private static final byte EMPTY = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final byte[] kinds;
  private final long[] numbers;
  private final @Nullable TextBuffer[] texts;

  Slots(int count) {
    kinds = new byte[count];
    numbers = new long[count];
    texts = new TextBuffer[count];
  }

  void clearAll() {
    Arrays.fill(kinds, EMPTY);
  }

  void clear(int slot) {
    kinds[slot] = EMPTY;
  }

  boolean present(int slot) {
    return kinds[slot] != EMPTY;
  }

  void setNumber(int slot, long value) {
    kinds[slot] = NUMBER;
    numbers[slot] = value;
  }

  /** Makes the slot hold text and returns the empty buffer to write it to. */
  TextBuffer setText(int slot) {
    kinds[slot] = TEXT;
    TextBuffer text = texts[slot];
    if (text == null) {
      text = new TextBuffer();
      texts[slot] = text;
    }
    text.clear();
    return text;
  }

  /** The number in the slot; of a text its decimal value, 0 if it has none or nothing is there. */
  long number(int slot) {
    if (kinds[slot] == NUMBER) {
      return numbers[slot];
    }
    TextBuffer text = texts[slot];
    return kinds[slot] == TEXT && text != null ? Decimal.parse(text.bytes(), text.length()) : 0;
  }

  /** Whether the slot holds a number, or a text that is one. */
  boolean holdsNumber(int slot) {
    TextBuffer text = texts[slot];
    return kinds[slot] == NUMBER
        || (kinds[slot] == TEXT && text != null && Decimal.isNumber(text.bytes(), text.length()));
  }

  /** Appends what the slot holds, as text. */
  void appendTo(int slot, TextBuffer out) {
    if (kinds[slot] == NUMBER) {
      Decimal.append(numbers[slot], out);
    } else if (kinds[slot] == TEXT) {
      TextBuffer text = texts[slot];
      if (text != null) {
        out.append(text.bytes(), 0, text.length());
      }
    }
  }
}
