package io.sluice.scenarios.text;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Snippet;

/** Walks over a text from its left to its right. */
final class Cursor {
  private static final int LONGEST_QUOTE = 80;

  private final Snippet snippet;
  private final int end;
  private int at;

  Cursor(Snippet snippet, int from, int end) {
    this.snippet = snippet;
    this.at = from;
    this.end = end;
  }

  static Cursor of(Snippet snippet) {
    return new Cursor(snippet, 0, snippet.text().length());
  }

  int offset() {
    return at;
  }

  Location location() {
    return snippet.at(at);
  }

  void skipSpaces() {
    while (at < end && Character.isWhitespace(snippet.text().charAt(at))) {
      at++;
    }
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The character here, or a blank at the end. */
  char peek() {
    return at < end ? snippet.text().charAt(at) : ' ';
  }

  boolean startsWith(String text) {
    return at + text.length() <= end && snippet.text().startsWith(text, at);
  }

  /** Goes over the text if it stands here. */
  boolean take(String text) {
    if (!startsWith(text)) {
      return false;
    }
    at += text.length();
    return true;
  }

  /** Goes over the word if it stands here and ends here. */
  boolean takeWord(String word) {
    if (!startsWith(word)) {
      return false;
    }
    int after = at + word.length();
    if (after < end && isNamePart(snippet.text().charAt(after))) {
      return false;
    }
    at = after;
    return true;
  }

  /** A name from here on, or an empty text. */
  String name() {
    int from = at;
    if (at < end && isNameStart(snippet.text().charAt(at))) {
      while (at < end && isNamePart(snippet.text().charAt(at))) {
        at++;
      }
    }
    return snippet.text().substring(from, at);
  }

  /** Digits from here on, or an empty text. */
  String digits() {
    int from = at;
    while (at < end && snippet.text().charAt(at) >= '0' && snippet.text().charAt(at) <= '9') {
      at++;
    }
    return snippet.text().substring(from, at);
  }

  /** What is left. */
  String rest() {
    return snippet.text().substring(at, end);
  }

  void back(int offset) {
    at = offset;
  }

  void next() {
    at++;
  }

  MalformedText expected(String what) {
    String found = atEnd() ? "the end" : "'" + shortened(rest()) + "'";
    return malformed("expected " + what + ", was " + found);
  }

  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }

  MalformedText malformed(String message) {
    return new MalformedText(location(), message + " in '" + shortened(snippet.text()) + "'");
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }
}
