package io.sluice.reports.terminal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** The characters that figures and bars are drawn with. */
public enum Glyphs {
  /** Blocks, lines and signs of Unicode, each one column wide. */
  UNICODE("▁▂▃▄▅▆▇█", '━', '─', '●', '│', "✔", "✘"),
  /** What every terminal and every code page has. */
  ASCII("_.:-=+*#", '#', '-', 'o', '|', "+", "x");

  private static final Map<Character, String> PLAIN =
      Map.of('…', "~", '–', "-", '·', "-", '∞', "inf", 'µ', "u", '✔', "+", '✘', "x");

  private final String levels;
  private final char full;
  private final char line;
  private final char dot;
  private final char mark;
  private final String good;
  private final String bad;

  Glyphs(String levels, char full, char line, char dot, char mark, String good, String bad) {
    this.levels = levels;
    this.full = full;
    this.line = line;
    this.dot = dot;
    this.mark = mark;
    this.good = good;
    this.bad = bad;
  }

  /** The best that a charset can write. */
  public static Glyphs of(Charset charset) {
    if (!charset.canEncode()) {
      return ASCII;
    }
    CharsetEncoder encoder = charset.newEncoder();
    String all = UNICODE.levels + UNICODE.full + UNICODE.line + UNICODE.dot + UNICODE.mark;
    boolean signs = PLAIN.keySet().stream().allMatch(sign -> encoder.canEncode(sign));
    return signs && encoder.canEncode(all) ? UNICODE : ASCII;
  }

  /** A level of a sparkline for a share of its height, 0 to 1. */
  char level(double share) {
    int top = levels.length() - 1;
    return levels.charAt(Math.clamp(Math.round(share * top), 0, top));
  }

  /** A bar of some columns, filled by a share of 0 to 1. */
  String bar(double share, int columns) {
    int filled = filled(share, columns);
    return String.valueOf(full).repeat(filled) + String.valueOf(line).repeat(columns - filled);
  }

  /** How many columns of a bar are filled. */
  static int filled(double share, int columns) {
    return Math.clamp(Math.round(share * columns), 0, columns);
  }

  /** A piece of the line that an interval is drawn with. */
  char line() {
    return line;
  }

  /** Marks an estimate. */
  char dot() {
    return dot;
  }

  /** Marks a threshold. */
  char mark() {
    return mark;
  }

  /** The sign of what holds. */
  String good() {
    return good;
  }

  /** The sign of what does not hold. */
  String bad() {
    return bad;
  }

  /** A text with nothing in it of ours that the terminal may not be able to show. */
  public String text(String text) {
    if (this == UNICODE) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(PLAIN.getOrDefault(c, String.valueOf(c)));
    }
    return plain.toString();
  }
}
