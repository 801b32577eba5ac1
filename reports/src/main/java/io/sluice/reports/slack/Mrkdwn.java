package io.sluice.reports.slack;

import io.sluice.reports.text.Printable;

/**
 * Writes text from outside into Slack's markup: without its three control characters nothing can be
 * a mention, a channel or a link.
 */
final class Mrkdwn {
  private Mrkdwn() {}

  /** One line of at most so many characters as they are sent; no reference is cut in two. */
  static String text(String text, int most) {
    String line = Printable.line(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      String piece = piece(c);
      boolean last = i + Character.charCount(c) == line.length();
      if (out.length() + piece.length() + (last ? 0 : 1) > most) {
        return out.append('…').toString();
      }
      out.append(piece);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static String piece(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(c);
    };
  }

  /** A name as code; a span cannot hold the sign that ends it. */
  static String code(String name, int most) {
    return "`" + text(name.replace('`', '\''), most - 2) + "`";
  }
}
