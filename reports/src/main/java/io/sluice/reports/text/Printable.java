package io.sluice.reports.text;

/** Makes text from outside fit to be shown: names, messages and details may hold anything. */
public final class Printable {
  private Printable() {}

  /** The text with every surrogate that has no partner replaced by U+FFFD. */
  public static String wellFormed(String text) {
    StringBuilder copy = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (copy == null) {
        copy = new StringBuilder(text);
      }
      copy.setCharAt(i, '\uFFFD');
    }
    return copy == null ? text : copy.toString();
  }

  /**
   * The text as one line that cannot steer a terminal nor turn the direction of what follows: white
   * space becomes a blank, controls, direction marks and other invisible characters are spelt out
   * as {@code \}{@code u001b}, surrogates without a partner become U+FFFD.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    wellFormed(text)
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> {
                  if (Character.isWhitespace(c)) {
                    line.append(' ');
                  } else {
                    line.append("\\u").append(hex(c));
                  }
                }
                default -> line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  /** As {@link #line}, without the two code points that XML 1.0 forbids in every form. */
  public static String xml(String text) {
    return line(text).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** The text cut to a number of characters, the last one {@code …} where something is missing. */
  public static String clip(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Math.max(0, length - 1);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
