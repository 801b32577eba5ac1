package io.sluice.gate;

import io.sluice.model.plan.Units;
import io.sluice.model.run.Health.Counter;

/**
 * Why the generator was late, and what to do about it. It never decides: it explains what the lag
 * and the loops' delays have decided.
 */
final class Diagnosis {
  private static final double BUSY = 0.7;
  private static final double NOTABLE = 0.01;
  private static final double STOPPED = 5e8;

  private final Observed observed;

  Diagnosis(Observed observed) {
    this.observed = observed;
  }

  /** {@code : why; what to do}. */
  String clause() {
    return ": " + cause();
  }

  private String cause() {
    double wall = observed.total(Counter.LOOP_NANOS);
    double steal = observed.total(Counter.STEAL_NANOS) / wall;
    double collecting = observed.total(Counter.GC_NANOS) / wall;
    if (observed.busyShare() > BUSY) {
      return ("its loops were busy %s of the time; give it more cores and loops (--loops), fewer"
              + " users, or a lower rate")
          .formatted(Units.percent(observed.busyShare()));
    }
    if (steal > NOTABLE) {
      return "other machines took %s of a core away (steal); run it on a machine of its own"
          .formatted(Units.percent(steal));
    }
    if (collecting > NOTABLE) {
      return "it collected garbage for %s of the time; give it more memory, or fewer users"
          .formatted(Units.percent(collecting));
    }
    return observed.longestDelay() > STOPPED
        ? "a loop did nothing for %s; look whether the process was stopped, and give it a core of its own"
            .formatted(Units.formatNanos(observed.longestDelay()))
        : "its loops had to wait for a core; give it cores of its own, or fewer loops (--loops)";
  }
}
