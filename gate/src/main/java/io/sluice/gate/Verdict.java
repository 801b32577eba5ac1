package io.sluice.gate;

import java.util.List;

/**
 * The judgement of a run.
 *
 * @param status of the whole
 * @param sentence one sentence for someone who did not run the test
 * @param objectives each objective's result, in the plan's order
 * @param notes sentences about the run that bear on the verdict: load that was not offered, dropped
 *     arrivals, the generator's own lag
 * @param confidence of the intervals, such as 0.95
 * @param statistics how estimates were compared
 */
public record Verdict(
    Status status,
    String sentence,
    List<ObjectiveResult> objectives,
    List<String> notes,
    double confidence,
    Statistics statistics) {
  public Verdict {
    objectives = List.copyOf(objectives);
    notes = List.copyOf(notes);
  }

  /** How an estimate is compared with its threshold. */
  public enum Statistics {
    /** By intervals: PASS, FAIL or INCONCLUSIVE. */
    INTERVAL,
    /** By the estimate alone, as other tools do: PASS or FAIL. */
    POINT
  }

  /** 0, 3 or 4. */
  public int exitCode() {
    return status.exitCode();
  }
}
