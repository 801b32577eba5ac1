package io.sluice.k6.metrics;

/**
 * Reads which tags make a sub-metric.
 *
 * <pre>
 *  selector = tag { "," tag }
 *  tag      = key [ ":" value ]
 * </pre>
 *
 * The first colon parts key and value, so {@code group:::my group} is the group {@code ::my group}.
 * Blanks around both, and then quotes, are dropped. A tag without a value matches the empty value.
 */
final class Selector {
  private Selector() {}

  /**
   * The tags of a selector.
   *
   * @throws IllegalArgumentException if it is blank
   */
  static TagSet parse(Metric metric, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "submetric criteria for metric '" + metric.name() + "' cannot be empty");
    }
    TagSet tags = TagSet.root();
    for (String tag : text.strip().split(",", -1)) {
      if (tag.isEmpty()) {
        continue;
      }
      int colon = tag.indexOf(':');
      String key = colon < 0 ? tag : tag.substring(0, colon);
      String value = colon < 0 ? "" : tag.substring(colon + 1);
      tags = tags.with(trim(key), trim(value));
    }
    return tags;
  }

  private static String trim(String text) {
    String inner = text.strip();
    int from = 0;
    int to = inner.length();
    while (from < to && isQuote(inner.charAt(from))) {
      from++;
    }
    while (to > from && isQuote(inner.charAt(to - 1))) {
      to--;
    }
    return inner.substring(from, to);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
