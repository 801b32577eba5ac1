package io.sluice.gate;

import io.sluice.model.plan.Units;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.util.List;

/**
 * Why the generator was late, and what to do about it. It never decides: it explains what the lag
 * and the loops' delays have decided.
 */
final class Diagnosis {
  private static final double BUSY = 0.7;
  private static final double NOTABLE = 0.01;
  private static final long STOPPED_MICROS = 50_000;
  private static final double APART = 4;

  private final Observed observed;

  Diagnosis(Observed observed) {
    this.observed = observed;
  }

  /** {@code : why; what to do}. */
  String clause() {
    return ": " + cause(observed.generator());
  }

  private String cause(Health health) {
    if (health.throttledShare() > NOTABLE) {
      return "its CPU quota stopped it for %s of the time; give its container more CPU"
          .formatted(Units.percent(health.throttledShare()));
    }
    long stood = health.processDelay().getMaxValue();
    if (stood > STOPPED_MICROS && 2 * stood > health.loopDelay().getMaxValue()) {
      return ("the whole process stood still for up to %s; look whether it was stopped, and give it"
              + " cores of its own")
          .formatted(time(stood));
    }
    int blocked = blockedLoop();
    if (blocked >= 0) {
      return "loop %d alone did nothing for up to %s; look for what kept it, such as a huge body"
          .formatted(blocked, time(observed.loops().get(blocked).loopDelay().getMaxValue()));
    }
    if (health.busyShare() > BUSY) {
      return ("its loops were busy %s of the time; give it more cores and loops (--loops), fewer"
              + " users, or a lower rate")
          .formatted(Units.percent(health.busyShare()));
    }
    if (health.stealShare() > NOTABLE) {
      return "other machines took %s of its CPU away (steal); run it on a machine of its own"
          .formatted(Units.percent(health.stealShare()));
    }
    double collecting =
        (double) health.get(Counter.GC_NANOS) / Math.max(1, health.get(Counter.LOOP_NANOS));
    if (collecting > NOTABLE) {
      return "it collected garbage for %s of the time; give it more memory, or fewer users"
          .formatted(Units.percent(collecting));
    }
    return health.loopDelay().getMaxValue() > STOPPED_MICROS
        ? "a loop did nothing for up to %s; give it a core of its own, or look for what kept it"
            .formatted(time(health.loopDelay().getMaxValue()))
        : "its loops had to wait for a core; give it cores of its own, or fewer loops (--loops)";
  }

  /** The loop that stood still while the others did not; -1 if there is none. */
  private int blockedLoop() {
    List<Health> loops = observed.loops();
    int worst = 0;
    for (int i = 1; i < loops.size(); i++) {
      if (longest(loops.get(i)) > longest(loops.get(worst))) {
        worst = i;
      }
    }
    for (int i = 0; i < loops.size(); i++) {
      if (i != worst && longest(loops.get(i)) * APART > longest(loops.get(worst))) {
        return -1;
      }
    }
    return loops.size() > 1 && longest(loops.get(worst)) > STOPPED_MICROS ? worst : -1;
  }

  private static long longest(Health loop) {
    return loop.loopDelay().getMaxValue();
  }

  private static String time(long micros) {
    return Units.formatNanos(micros * 1000.0);
  }
}
