package io.sluice.cli;

import io.sluice.gate.capacity.Probe;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Units;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans of probes: the journey of a plan's first phase as an open model, Poisson arrivals at a
 * constant rate. A probe settles first, then is measured in one window for each of its checkpoints,
 * so that a request belongs to the checkpoint that its intended start lies before, whenever it
 * ends.
 *
 * <p>Users are made as they are needed. There are enough for every journey to wait 10 s for the
 * target beside its own think times; a target that needs more of them has lost.
 */
final class CapacityPlan {
  static final String SETTLE = "settle";

  private static final double WAIT_SECONDS = 10;
  private static final double UNKNOWN_SECONDS = 60;
  private static final double MARGIN = 1.5;
  private static final int LEAST_USERS = 1000;
  private static final int MOST_USERS = 1_000_000;
  private static final Duration MOST_DRAIN = Duration.ofSeconds(10);

  private final LoadPlan base;
  private double heldSeconds;

  /** Probes of the plan's first phase. */
  CapacityPlan(LoadPlan base) {
    this.base = base.withAbort(AbortRule.NEVER);
  }

  /**
   * Takes in how long an iteration holds its user at the reference, in seconds: from then on probes
   * settle at least that long, as a rate of iterations is not the load that it stands for before
   * the first of them have ended.
   */
  void held(double seconds) {
    heldSeconds = seconds;
  }

  /** How long a probe settles. */
  Duration settle(Probe probe) {
    Duration journey = Duration.ofMillis(Math.round(heldSeconds * 1100));
    return journey.compareTo(probe.settle()) > 0 ? journey : probe.settle();
  }

  /** The load of a probe, judged by its first checkpoint only. */
  LoadPlan of(Probe probe) {
    Phase phase = base.phases().getFirst();
    List<Window> windows = windows(probe);
    Duration end = windows.getLast().to();
    Duration drain =
        phase.gracefulStop().compareTo(MOST_DRAIN) < 0 ? phase.gracefulStop() : MOST_DRAIN;
    Phase open =
        new Phase(
            phase.name(),
            phase.script(),
            new ArrivalModel.ConstantRate(
                probe.rate(), end, ArrivalModel.Spacing.POISSON, users(probe.rate())),
            windows,
            Duration.ZERO,
            drain);
    return upTo(base.withSeed(base.seed() + probe.number()).withPhases(List.of(open)), 1);
  }

  private List<Window> windows(Probe probe) {
    List<Window> windows = new ArrayList<>();
    Duration settled = settle(probe);
    Duration at = settled;
    if (!settled.isZero()) {
      windows.add(new Window(SETTLE, Duration.ZERO, settled, Window.Use.OBSERVED));
    }
    for (Duration checkpoint : probe.checkpoints()) {
      Duration to = settled.plus(checkpoint);
      windows.add(new Window("up to " + Units.format(checkpoint), at, to, Window.Use.MEASURED));
      at = to;
    }
    return windows;
  }

  private int users(double rate) {
    double seconds = heldSeconds > 0 ? WAIT_SECONDS + MARGIN * heldSeconds : UNKNOWN_SECONDS;
    ArrivalModel own = base.phases().getFirst().arrivals();
    double wanted = Math.max(own.open() ? own.maxUsers() : 0, rate * seconds + 100);
    return (int) Math.clamp(Math.ceil(wanted), LEAST_USERS, MOST_USERS);
  }

  /** The plan of a probe, judged by its first so many checkpoints only. */
  static LoadPlan upTo(LoadPlan plan, int checkpoints) {
    Phase phase = plan.phases().getFirst();
    List<Window> windows = new ArrayList<>();
    int measured = 0;
    for (Window window : phase.windows()) {
      boolean settling = window.name().equals(SETTLE);
      measured += settling ? 0 : 1;
      windows.add(
          new Window(
              window.name(),
              window.from(),
              window.to(),
              settling || measured > checkpoints ? Window.Use.OBSERVED : Window.Use.MEASURED));
    }
    return plan.withPhases(
        List.of(
            new Phase(
                phase.name(),
                phase.script(),
                phase.arrivals(),
                windows,
                phase.start(),
                phase.gracefulStop())));
  }
}
