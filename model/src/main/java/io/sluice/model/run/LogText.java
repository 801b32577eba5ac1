package io.sluice.model.run;

/**
 * The text of the run log: fields separated by tabs, each {@code key=value}.
 *
 * <p>In values, a tab is written {@code \t}, a line feed {@code \n}, a carriage return {@code \r},
 * and a backslash {@code \\}; in keys, an equals sign is written {@code \e}. Histograms are those
 * of {@link HistogramText}.
 */
final class LogText {
  private LogText() {}

  static String escape(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\\' -> text.append("\\\\");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  static String escapeKey(String key) {
    return escape(key).replace("=", "\\e");
  }

  static String unescape(String text) {
    StringBuilder value = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        value.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      value.append(
          switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'e' -> '=';
            default -> escaped;
          });
    }
    return value.toString();
  }
}
