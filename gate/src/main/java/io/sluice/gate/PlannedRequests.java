package io.sluice.gate;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Window;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;

/**
 * How many requests a plan can send at most, of some series. Known for open models at a constant
 * rate whose scripts do not go back; else there is no bound.
 */
final class PlannedRequests {
  /** A Poisson number exceeds its mean by more than so many deviations in 3 of 100,000 cases. */
  private static final double DEVIATIONS = 4;

  private PlannedRequests() {}

  /** The bound; infinite if there is none. */
  static double most(LoadPlan plan, SeriesCatalog catalog, List<Integer> series) {
    if (plan.callsCode()) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      Script script = plan.scripts().get(phase.script());
      for (int w = 0; w < phase.windows().size(); w++) {
        int first = (catalog.firstWindow(p) + w) * catalog.requestCount();
        long perIteration =
            script.ops().stream()
                .filter(op -> op instanceof Op.Send send && series.contains(first + send.request()))
                .count();
        if (perIteration > 0) {
          sum += perIteration * mostIterations(phase, phase.windows().get(w), script);
        }
      }
    }
    return sum;
  }

  private static double mostIterations(Phase phase, Window window, Script script) {
    ArrivalModel load = phase.arrivals();
    if (!(load.whole() instanceof ArrivalModel.ConstantRate rate) || goesBack(script)) {
      return Double.POSITIVE_INFINITY;
    }
    double share = load instanceof ArrivalModel.Split split ? split.ownShare() : 1;
    double mean = share * rate.perSecond() * window.to().minus(window.from()).toNanos() / 1e9;
    return Math.ceil(mean + DEVIATIONS * Math.sqrt(mean));
  }

  private static boolean goesBack(Script script) {
    for (int i = 0; i < script.ops().size(); i++) {
      boolean back =
          switch (script.ops().get(i)) {
            case Op.Jump jump -> jump.to() <= i;
            case Op.JumpIf jump -> jump.to() <= i;
            default -> false;
          };
      if (back) {
        return true;
      }
    }
    return false;
  }
}
