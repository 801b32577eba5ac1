package io.sluice.model.plan;

import java.time.Duration;
import java.util.List;

/**
 * A population of users: who comes when, and what they do.
 *
 * @param name unique in the plan
 * @param script index into {@link LoadPlan#scripts()}
 * @param arrivals when iterations start
 * @param windows in order, without gaps, from 0 to the end of {@code arrivals}
 * @param start offset of the phase from the start of the run
 * @param gracefulStop how long iterations that were started may go on after the end
 */
public record Phase(
    String name,
    int script,
    ArrivalModel arrivals,
    List<Window> windows,
    Duration start,
    Duration gracefulStop) {
  public Phase {
    windows = List.copyOf(windows);
    Duration at = Duration.ZERO;
    for (Window window : windows) {
      if (!window.from().equals(at)) {
        throw new IllegalArgumentException(
            "phase '%s': window '%s' must start at %s, was %s"
                .formatted(name, window.name(), Units.format(at), Units.format(window.from())));
      }
      at = window.to();
    }
    if (!at.equals(arrivals.duration())) {
      throw new IllegalArgumentException(
          "phase '%s': its windows end at %s, its load at %s"
              .formatted(name, Units.format(at), Units.format(arrivals.duration())));
    }
    if (start.isNegative() || gracefulStop.isNegative()) {
      throw new IllegalArgumentException(
          "phase '" + name + "': start and graceful stop must be >= 0");
    }
  }

  /** When the last iteration may start, from the start of the run. */
  public Duration end() {
    return start.plus(arrivals.duration());
  }
}
