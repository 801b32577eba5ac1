package io.sluice.scenarios.source;

/**
 * Something that is wrong with a scenario.
 *
 * @param location where
 * @param message what, in one sentence without its full stop
 * @param hint what was probably meant, or empty
 * @param excerpt the source line with a caret below it, or empty
 */
public record Problem(Location location, String message, String hint, String excerpt) {
  /** One line: {@code storefront.yaml:12:5: unknown key 'hedders'; did you mean 'headers'?} */
  @Override
  public String toString() {
    return location + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
  }
}
