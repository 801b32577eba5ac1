package io.sluice.gate;

import io.sluice.gate.stats.ShareTest;
import io.sluice.model.run.Interval;

/** An estimator that can be asked before the run is over. */
interface Looks {
  /**
   * What the intervals so far say, and the requests that were still under way at the end of the
   * last one. Empty of evidence as long as there are too few slices.
   */
  ShareTest look(Interval last);

  /** Bad events so far, those included that are overdue. */
  long bad(Interval last);
}
