package io.sluice.k6.options;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How many users a ramp has when: one step for each user that starts or stops.
 *
 * <p>In a stage of length D from a users to b, that ends at t, user n starts at t - D (b - n) / (b
 * - a) on the way up, so that the last starts at the stage's end. On the way down the number goes
 * to n - 1 at t - D (b - n + 1) / (b - a): one slot later than where it would have come on the way
 * up, so that nobody stops at the stage's very start. A stage of length 0 jumps.
 */
public final class RampingVusSteps {
  private RampingVusSteps() {}

  /**
   * The steps of users that iterate, not counting those that only finish; times in nanoseconds
   * after the scenario's start, not decreasing, the first 0.
   *
   * @return steps, each to another number than the one before; the last is to 0
   */
  public static List<VuStep> of(RampingVus ramp) {
    List<VuStep> steps = raw(ramp);
    if (steps.getLast().planned() != 0) {
      steps.add(new VuStep(ramp.durationNanos(), 0));
    }
    return List.copyOf(steps);
  }

  private static List<VuStep> raw(RampingVus ramp) {
    List<VuStep> steps = new ArrayList<>();
    steps.add(new VuStep(0, ramp.startVus()));
    long from = ramp.startVus();
    long end = 0;
    for (Stage stage : ramp.stages()) {
      long to = stage.target();
      long duration = stage.durationNanos();
      end += duration;
      if (duration == 0) {
        go(steps, end, to);
      }
      for (long n = from + 1; duration > 0 && n <= to; n++) {
        go(steps, end - slots(duration, to - n, to - from), n);
      }
      for (long n = from; duration > 0 && n > to; n--) {
        go(steps, end - slots(duration, to - n + 1, to - from), n - 1);
      }
      from = to;
    }
    return steps;
  }

  /** D * count / of, cut off, whatever the size of the product. */
  private static long slots(long duration, long count, long of) {
    if (Math.multiplyHigh(duration, Math.abs(count)) == 0 && duration * Math.abs(count) >= 0) {
      return duration * count / of;
    }
    return BigInteger.valueOf(duration)
        .multiply(BigInteger.valueOf(count))
        .divide(BigInteger.valueOf(of))
        .longValueExact();
  }

  /**
   * The users that must be at hand, with those that may still finish an iteration: at each time the
   * greatest number within the last gracefulRampDown, and none after gracefulStop.
   */
  static List<VuStep> requirements(RampingVus ramp) {
    List<VuStep> raw = raw(ramp);
    long end = ramp.durationNanos() + ramp.common().gracefulStopNanos();
    List<VuStep> steps = new ArrayList<>();
    Deque<Held> held = new ArrayDeque<>();
    for (int i = 0; i < raw.size(); i++) {
      VuStep step = raw.get(i);
      release(held, steps, step.offsetNanos());
      while (!held.isEmpty() && held.getLast().vus() <= step.planned()) {
        held.removeLast();
      }
      boolean last = i == raw.size() - 1;
      held.addLast(
          new Held(
              step.planned(),
              last ? Long.MAX_VALUE : raw.get(i + 1).offsetNanos() + ramp.gracefulRampDownNanos()));
      go(steps, step.offsetNanos(), held.getFirst().vus());
    }
    release(held, steps, end - 1);
    go(steps, end, 0);
    return List.copyOf(steps);
  }

  /** A number of users, and until when they may be busy. */
  private record Held(long vus, long untilNanos) {}

  private static void release(Deque<Held> held, List<VuStep> steps, long now) {
    while (!held.isEmpty() && held.getFirst().untilNanos() <= now) {
      long at = held.removeFirst().untilNanos();
      if (!held.isEmpty()) {
        go(steps, at, held.getFirst().vus());
      }
    }
  }

  private static void go(List<VuStep> steps, long offset, long vus) {
    if (steps.isEmpty() || steps.getLast().planned() != vus) {
      steps.add(new VuStep(offset, vus));
    }
  }
}
