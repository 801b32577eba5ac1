package io.sluice.model.plan;

import java.time.Duration;

/**
 * A named stretch of a phase. A request belongs to the window that its intended start lies in.
 *
 * @param name such as {@code warmup} or {@code ramp to 500}
 * @param from offset from the phase's start
 * @param to offset from the phase's start, exclusive, after {@code from}
 * @param use whether objectives look at it
 */
public record Window(String name, Duration from, Duration to, Use use) {
  /** The window that holds what a phase still does after its last planned window. */
  public static final String DRAIN = "drain";

  /** Whether objectives look at a window. */
  public enum Use {
    /** Objectives judge it. */
    MEASURED,
    /** It is recorded and drawn only. */
    OBSERVED
  }

  public Window {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a window must have a name");
    }
    if (from.isNegative() || to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "window '%s' must end after it starts, was %s to %s"
              .formatted(name, Units.format(from), Units.format(to)));
    }
  }

  /** Whether objectives judge it. */
  public boolean measured() {
    return use == Use.MEASURED;
  }
}
