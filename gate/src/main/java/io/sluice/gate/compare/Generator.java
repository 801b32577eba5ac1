package io.sluice.gate.compare;

import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Times;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What an arm's generator says of itself.
 *
 * @param lag how late requests were taken up, in microseconds
 */
record Generator(Arm arm, Histogram lag, long planned, long offered, long dropped) {
  private static final double FULL_LOAD = 0.99;

  static Generator of(Arm arm) {
    Histogram lag = Times.fresh();
    long[] sums = new long[3];
    arm.run()
        .intervals()
        .replay(
            interval -> {
              lag.add(interval.health().lag());
              sums[0] += interval.health().get(Counter.PLANNED);
              sums[1] += interval.health().get(Counter.OFFERED);
              sums[2] += interval.health().get(Counter.DROPPED);
            });
    return new Generator(arm, lag, sums[0], sums[1], sums[2]);
  }

  /** How the planned load was missed, as a sentence; empty if it was offered. */
  String shortage() {
    boolean open = arm.run().plan().phases().stream().map(Phase::arrivals).anyMatch(m -> m.open());
    if (!open || (dropped == 0 && offered >= FULL_LOAD * planned)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%s was not offered its planned load (%,d of %,d arrivals, %,d dropped), so it may look"
            + " better than it is.",
        arm.name(),
        offered,
        planned,
        dropped);
  }

  /** In nanoseconds. */
  double lagAt(double q) {
    return lag.getValueAtPercentile(100 * q) * 1000.0;
  }

  /** Its lateness as it is read. */
  String lagText() {
    return Units.formatNanos(lagAt(0.99));
  }
}
