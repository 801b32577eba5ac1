package io.sluice.reports.terminal;

import io.sluice.reports.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Breaks sentences into lines. */
final class Wrapped {
  private Wrapped() {}

  /** Lines of at most so many characters, broken at blanks; a longer word is cut. */
  static List<String> lines(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Printable.line(sentence).strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(Printable.clip(word, width));
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
