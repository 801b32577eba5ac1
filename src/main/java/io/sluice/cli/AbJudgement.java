package io.sluice.cli;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import java.util.List;

/**
 * Judges a run by its objectives, and where it compares two arms, by whether B is worse than A: the
 * exit code is that of the worse of the two judgements.
 */
final class AbJudgement {
  private final Judgement objectives;

  AbJudgement(RunFolder folder, GateOptions options, Console console) {
    objectives = new Judgement(folder, options, console);
  }

  /** Writes and prints what was found, and says it in a number: 0, 3 or 4. */
  int exitCode() {
    Verdict verdict = objectives.judge();
    return worst(List.of(verdict.status())).exitCode();
  }

  /** FAIL if any is; else INCONCLUSIVE if any is; else PASS. */
  static Status worst(List<Status> found) {
    if (found.contains(Status.FAIL)) {
      return Status.FAIL;
    }
    return found.contains(Status.INCONCLUSIVE) ? Status.INCONCLUSIVE : Status.PASS;
  }
}
