package io.sluice.reports.runs;

import io.sluice.gate.record.RunChange;

/** How comparisons of runs are told. */
public final class ChangeWords {
  private ChangeWords() {}

  /** What a comparison rests on, after "by". */
  public static String method(RunChange change) {
    return switch (change.method()) {
      case RUN_LOGS -> "the run logs of it (B) and the run before (A)";
      case STORED -> "the figures stored of it and the runs before";
    };
  }
}
