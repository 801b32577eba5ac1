package io.sluice.k6.summary;

import java.util.Comparator;

/**
 * The order of metrics in a summary: by name as a reader expects it (signs before digits before
 * letters, whatever their case), sub-metrics after the metric that they are parts of.
 */
final class NameOrder implements Comparator<String> {
  static final NameOrder NAMES = new NameOrder();

  private NameOrder() {}

  @Override
  public int compare(String left, String right) {
    int leftBrace = left.indexOf('{');
    int rightBrace = right.indexOf('{');
    int result =
        text(
            leftBrace < 0 ? left : left.substring(0, leftBrace),
            rightBrace < 0 ? right : right.substring(0, rightBrace));
    return result != 0
        ? result
        : text(
            leftBrace < 0 ? "" : left.substring(leftBrace),
            rightBrace < 0 ? "" : right.substring(rightBrace));
  }

  static int text(String left, String right) {
    for (int i = 0; i < Math.min(left.length(), right.length()); i++) {
      int result = Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
      if (result != 0) {
        return result;
      }
    }
    int result = Integer.compare(left.length(), right.length());
    return result != 0 ? result : right.compareTo(left);
  }

  private static int rank(char c) {
    char folded = Character.toLowerCase(c);
    if (Character.isLetter(folded)) {
      return 0x20000 + folded;
    }
    return Character.isDigit(folded) ? 0x10000 + folded : folded;
  }
}
