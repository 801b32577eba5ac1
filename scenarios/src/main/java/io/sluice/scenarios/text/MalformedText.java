package io.sluice.scenarios.text;

import io.sluice.scenarios.source.Location;

/** A value that its little language does not allow. */
public final class MalformedText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Location at;

  MalformedText(Location at, String message) {
    super(message);
    this.at = at;
  }

  /** Where it goes wrong. */
  public Location at() {
    return at;
  }

  /** What is wrong, in one sentence. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
