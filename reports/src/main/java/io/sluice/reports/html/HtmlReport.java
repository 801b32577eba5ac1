package io.sluice.reports.html;

import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;

/**
 * {@code report.html}: one file that holds its data, its scripts and its styles, and needs no
 * network.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page of a run. */
  public static String of(RunFigures run, Verdict verdict) {
    return PageTemplate.report().page(Payload.of(run, verdict));
  }
}
