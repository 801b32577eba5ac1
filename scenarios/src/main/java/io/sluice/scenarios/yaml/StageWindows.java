package io.sluice.scenarios.yaml;

import io.sluice.model.plan.Window;
import io.sluice.model.plan.Window.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a ramp into windows: one per stage. */
final class StageWindows {
  private final boolean all;
  private final String unit;
  private final List<Window> windows = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private double level;
  private Duration at = Duration.ZERO;

  /**
   * Starts with no window.
   *
   * @param all whether every stage is measured, or only those that hold their level
   * @param level at the start
   */
  StageWindows(boolean all, double level, String unit) {
    this.all = all;
    this.level = level;
    this.unit = unit;
  }

  /** A stage that leads to a level; a stage of no duration is a jump and has no window. */
  void add(Duration duration, double target) {
    boolean steady = level == target;
    String from = steady ? "" : digits(level) + " to ";
    level = target;
    if (duration.isZero()) {
      return;
    }
    String plain = from + digits(target) + unit;
    String name = plain;
    for (int i = 2; !names.add(name); i++) {
      name = plain + " (" + i + ")";
    }
    Use use = all || (steady && target > 0) ? Use.MEASURED : Use.OBSERVED;
    windows.add(new Window(name, at, at.plus(duration), use));
    at = at.plus(duration);
  }

  /** Without a comma, which a selection such as {@code {window:1000 users}} could not hold. */
  private static String digits(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * The windows.
   *
   * @throws IllegalArgumentException if none is measured
   */
  List<Window> toList() {
    if (windows.stream().noneMatch(Window::measured)) {
      throw new IllegalArgumentException(
          "no stage holds its level, so that nothing would be measured; add a stage that repeats"
              + " the level before it, or 'measure: all'");
    }
    return List.copyOf(windows);
  }
}
