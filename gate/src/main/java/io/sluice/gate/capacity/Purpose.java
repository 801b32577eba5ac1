package io.sluice.gate.capacity;

/** What a probe is for. */
public enum Purpose {
  /** The start rate: must pass, and gives the response time of a target at ease. */
  REFERENCE("reference"),
  /** Upwards until a rate does not pass. */
  RAMP("ramp"),
  /** Between the highest rate that passed and the lowest that did not. */
  BISECTION("bisection"),
  /** The rate that is to be reported, once more. */
  CONFIRMATION("confirmation"),
  /** Upwards until a rate fails. */
  FAIL_BOUND("fail bound"),
  /** The start rate after an overload: has the target recovered? */
  RECOVERY("recovery"),
  /** Again, because a higher rate passed than one that failed. */
  REPEAT("repeat");

  private final String text;

  Purpose(String text) {
    this.text = text;
  }

  /** {@code fail bound}. */
  public String text() {
    return text;
  }
}
