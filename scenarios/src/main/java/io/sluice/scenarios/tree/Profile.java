package io.sluice.scenarios.tree;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Window;
import io.sluice.scenarios.source.Location;
import java.time.Duration;
import java.util.List;

/**
 * A load profile.
 *
 * @param windows in order, without gaps
 * @param abort when a run of it ends early
 */
public record Profile(
    String name,
    ArrivalModel arrivals,
    List<Window> windows,
    Duration gracefulStop,
    AbortRule abort,
    Location at) {
  public Profile {
    windows = List.copyOf(windows);
  }

  /**
   * The windows of a constant load: {@code warmup}, which is observed, if it is longer than 0, and
   * {@code main}, which is measured.
   *
   * @param end after the warm-up
   */
  public static List<Window> windows(Duration warmup, Duration end) {
    Window main = new Window("main", warmup, end, Window.Use.MEASURED);
    return warmup.isZero()
        ? List.of(main)
        : List.of(new Window("warmup", Duration.ZERO, warmup, Window.Use.OBSERVED), main);
  }
}
