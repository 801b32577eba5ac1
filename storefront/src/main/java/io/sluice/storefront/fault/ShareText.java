package io.sluice.storefront.fault;

/** Reads shares such as {@code 5%} or {@code 12.5%}. */
final class ShareText {
  private ShareText() {}

  /**
   * Reads a percentage.
   *
   * @param name what it is, for the message
   * @return the share, 0 to 1
   */
  static double parse(String name, String text) {
    if (text.matches("\\d{1,3}(\\.\\d+)?%")) {
      double percent = Double.parseDouble(text.substring(0, text.length() - 1));
      if (percent <= 100) {
        return percent / 100;
      }
    }
    throw new IllegalArgumentException(
        name + " must be a percentage from 0% to 100% such as 5%, was '" + text + "'");
  }
}
