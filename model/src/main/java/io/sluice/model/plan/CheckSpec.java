package io.sluice.model.plan;

/**
 * A named check of one request's responses; where it fails, the exchange's outcome is {@code
 * check_failed}.
 *
 * @param name as reports show it
 * @param request index into {@link LoadPlan#requests()}
 * @param expectation what must hold
 */
public record CheckSpec(String name, int request, Expectation expectation) {
  public CheckSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a check must have a name");
    }
  }
}
