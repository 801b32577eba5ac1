package io.sluice.model.run;

/**
 * A kind of failure.
 *
 * @param request the request's name
 * @param outcome how its exchange ended
 * @param detail one line: a status, the check's name, or the message of the failure
 */
public record ErrorKey(String request, Outcome outcome, String detail) {
  /** Longer details are cut. */
  public static final int MAX_DETAIL = 200;

  public ErrorKey {
    if (detail.length() > MAX_DETAIL) {
      detail = detail.substring(0, MAX_DETAIL) + "…";
    }
  }
}
