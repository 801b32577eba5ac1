package io.sluice.reports.terminal;

import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a run its summary says. What is left out is in the report.
 *
 * @param requests lines of the table of requests
 * @param errors kinds of errors
 * @param notes sentences below the verdict
 * @param reasons whether objectives that do not hold say why
 */
record SummaryLimits(int requests, int errors, int notes, Reasons reasons) {
  /** What stands below an objective that does not hold. */
  enum Reasons {
    TOLD,
    /** Nothing: the verdict's sentence tells the first of them. */
    LEFT_OUT
  }

  private static final int ALL = Integer.MAX_VALUE;
  private static final int SOME_REQUESTS = 8;
  private static final int FEW = 3;

  /** Everything. */
  static final SummaryLimits NONE = new SummaryLimits(ALL, ALL, ALL, Reasons.TOLD);

  /** From everything to the least, in the order in which they are to be tried. */
  static List<SummaryLimits> of(RunFigures run, Verdict verdict) {
    int requests = run.measured().byName().size();
    int errors = run.errors().size();
    int notes = verdict.notes().size();
    List<SummaryLimits> limits = new ArrayList<>(List.of(NONE));
    for (int e = errors; e > FEW; e--) {
      limits.add(new SummaryLimits(requests, e, notes, Reasons.TOLD));
    }
    int few = Math.min(FEW, errors);
    for (int r = requests; r > SOME_REQUESTS; r--) {
      limits.add(new SummaryLimits(r, few, notes, Reasons.TOLD));
    }
    int some = Math.min(SOME_REQUESTS, requests);
    int note = Math.min(1, notes);
    limits.add(new SummaryLimits(some, few, note, Reasons.TOLD));
    int error = Math.min(1, errors);
    for (Reasons reasons : Reasons.values()) {
      for (int r = some; r >= Math.min(FEW, requests); r--) {
        limits.add(new SummaryLimits(r, error, note, reasons));
      }
    }
    return limits;
  }
}
