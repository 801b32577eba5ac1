package io.sluice.model.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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

  /** What its windows are selected by beside their names: the arm, where two are compared. */
  public Map<String, String> tags() {
    return arrivals instanceof ArrivalModel.Split split
        ? Map.of(ArrivalModel.Arm.TAG, split.arm().key())
        : Map.of();
  }

  /** Whether it is the other part of the same load at the same time: arm B of this arm A. */
  boolean isPairedWith(Phase other) {
    return arrivals instanceof ArrivalModel.Split a
        && other.arrivals instanceof ArrivalModel.Split b
        && a.arm() == ArrivalModel.Arm.A
        && b.arm() == ArrivalModel.Arm.B
        && a.whole().equals(b.whole())
        && a.share() == b.share()
        && start.equals(other.start)
        && windows.equals(other.windows)
        && gracefulStop.equals(other.gracefulStop);
  }

  /** When the last iteration may start, from the start of the run. */
  public Duration end() {
    return start.plus(arrivals.duration());
  }
}
