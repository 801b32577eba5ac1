package io.sluice.reports.figures;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import java.util.Locale;

/** Whether iterations start on a schedule of their own. */
public enum LoadModel {
  /** Every phase starts its iterations on a schedule, whatever the target does. */
  OPEN,
  /** Every phase keeps a number of users busy, each waiting for its responses. */
  CLOSED,
  /** The plan has phases of both kinds. */
  MIXED;

  static LoadModel of(LoadPlan plan) {
    long open = plan.phases().stream().map(Phase::arrivals).filter(a -> a.open()).count();
    return open == 0 ? CLOSED : open == plan.phases().size() ? OPEN : MIXED;
  }

  /** Its name in files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
