package io.sluice.model.plan;

/**
 * A named check. One of a request looks at its responses; where it fails, the exchange's outcome is
 * {@code check_failed}. One of code belongs to no request, and changes no outcome.
 *
 * @param name as reports show it
 * @param request index into {@link LoadPlan#requests()}; without meaning for a check of code
 * @param expectation what must hold
 */
public record CheckSpec(String name, int request, Expectation expectation) {
  public CheckSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a check must have a name");
    }
  }

  /**
   * A check that code makes by itself.
   *
   * @param group path of the groups that it is made in, joined by {@code " / "}, or empty
   */
  public static CheckSpec ofCode(String name, String group) {
    return new CheckSpec(name, 0, new Expectation.OfCode(group));
  }

  /** Whether code makes it by itself, so that it belongs to no request. */
  public boolean madeByCode() {
    return expectation instanceof Expectation.OfCode;
  }
}
