package io.sluice.storefront.shop;

/** The rule for texts that customers enter. */
final class Texts {
  private static final int LONGEST = 200;

  private Texts() {}

  static void requireFilled(String name, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw Refusal.invalid(name + " must have 1 to " + LONGEST + " characters");
    }
  }
}
