package io.sluice.reports.text;

/**
 * Writes text from outside into GitHub-flavoured Markdown so that it is read as it is: it can
 * neither format nor end a cell of a table, mention anybody, refer to an issue or become a link.
 *
 * <p>A mention cannot be escaped, since GitHub looks for it in what was rendered; a space of no
 * width behind the sign keeps it from being one.
 */
public final class Markdown {
  private static final String GAP = "&#8203;";

  private Markdown() {}

  /** As words of a paragraph, of a list's item or of a cell; line ends become blanks. */
  public static String text(String text) {
    String line = Printable.line(text).strip();
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char before = i == 0 ? ' ' : line.charAt(i - 1);
      char after = i + 1 == line.length() ? ' ' : line.charAt(i + 1);
      switch (c) {
        case '\\', '`', '*', '[', ']', '<', '>', '|', '~' -> out.append('\\').append(c);
        case '_' -> out.append(isWord(before) && isWord(after) ? "_" : "\\_");
        case '&' -> out.append(after == '#' || isWord(after) ? "\\&" : "&");
        case '@' -> out.append(c).append(isWord(after) ? GAP : "");
        case '#' -> out.append(i == 0 ? "\\#" : "#").append(isWord(after) ? GAP : "");
        case '$' -> out.append("&#36;"); // starts mathematics
        case ':' -> out.append(i == 0 ? "\\:" : ":").append(after == '/' ? GAP : "");
        case '.' -> out.append(line.startsWith("www", i - 3) ? GAP : "").append(c);
        case '+', '-', '=' -> out.append(i == 0 ? "\\" : "").append(c);
        default -> out.append(c);
      }
    }
    return out.toString().replaceFirst("^(\\d+)([.)]) ", "$1\\\\$2 "); // no list
  }

  /** As code, which is the better place for names. */
  public static String code(String name) {
    String line = Printable.line(name).strip();
    if (line.isEmpty()) {
      return Values.NONE;
    }
    boolean plain = line.indexOf('`') < 0 && line.indexOf('|') < 0 && line.indexOf('\\') < 0;
    return plain ? "`" + line + "`" : "<code>" + references(line) + "</code>";
  }

  /** What neither a span nor a cell can hold as it is: by the numbers of its characters. */
  private static String references(String line) {
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (c == ' ' || c > 127 || isWord((char) c)) {
                out.appendCodePoint(c);
              } else {
                out.append("&#").append(c).append(';');
              }
            });
    return out.toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
