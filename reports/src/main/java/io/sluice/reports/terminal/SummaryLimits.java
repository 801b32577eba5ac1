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
 * @param reasonLines of each objective that does not hold
 */
record SummaryLimits(int requests, int errors, int notes, int reasonLines) {
  private static final int ALL = Integer.MAX_VALUE;

  /** Everything. */
  static final SummaryLimits NONE = new SummaryLimits(ALL, ALL, ALL, ALL);

  /** From everything to the least, in the order in which they are to be tried. */
  static List<SummaryLimits> of(RunFigures run, Verdict verdict) {
    int requests = run.measured().byName().size();
    int errors = run.errors().size();
    int notes = verdict.notes().size();
    List<SummaryLimits> limits = new ArrayList<>(List.of(NONE));
    for (int e = errors; e > 3; e--) {
      limits.add(new SummaryLimits(requests, e, notes, ALL));
    }
    int fewErrors = Math.min(3, errors);
    for (int r = requests; r > 8; r--) {
      limits.add(new SummaryLimits(r, fewErrors, notes, ALL));
    }
    int someRequests = Math.min(8, requests);
    limits.add(new SummaryLimits(someRequests, fewErrors, notes, 1));
    int fewNotes = Math.min(1, notes);
    limits.add(new SummaryLimits(someRequests, fewErrors, fewNotes, 1));
    for (int r = someRequests; r > 3; r--) {
      limits.add(new SummaryLimits(r, Math.min(1, errors), fewNotes, 1));
    }
    limits.add(new SummaryLimits(Math.min(3, requests), Math.min(1, errors), fewNotes, 0));
    return limits;
  }
}
