package io.sluice.reports.figures;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A window of the plan on the clock of the run, as far as the run came.
 *
 * @param phase the phase's name
 * @param window the window's name
 * @param from seconds from the start of the run
 * @param to seconds from the start of the run
 * @param measured whether objectives look at it
 */
public record WindowSpan(String phase, String window, double from, double to, boolean measured) {

  /**
   * The windows that were reached, in the order of phases, those that two arms share once; what the
   * run still did after its plan is a window named {@link Window#DRAIN}.
   */
  public static List<WindowSpan> of(LoadPlan plan, long endNanos) {
    double end = endNanos / 1e9;
    List<WindowSpan> spans = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      boolean asBefore =
          phase.arrivals() instanceof ArrivalModel.Split split && split.arm() == ArrivalModel.Arm.B;
      if (asBefore) {
        continue;
      }
      for (Window window : phase.windows()) {
        double from = seconds(phase.start().plus(window.from()));
        double to = Math.min(end, seconds(phase.start().plus(window.to())));
        if (to > from) {
          spans.add(new WindowSpan(phase.name(), window.name(), from, to, window.measured()));
        }
      }
    }
    double planned = seconds(plan.duration());
    if (end > planned) {
      spans.add(new WindowSpan("", Window.DRAIN, planned, end, false));
    }
    return List.copyOf(spans);
  }

  /** How many seconds lie in at least one measured window. */
  static double measuredSeconds(List<WindowSpan> spans) {
    List<WindowSpan> measured =
        spans.stream()
            .filter(WindowSpan::measured)
            .sorted(Comparator.comparingDouble(WindowSpan::from))
            .toList();
    double seconds = 0;
    double covered = 0;
    for (WindowSpan span : measured) {
      seconds += Math.max(0, span.to() - Math.max(covered, span.from()));
      covered = Math.max(covered, span.to());
    }
    return seconds;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
