package io.sluice.reports.ci;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.util.List;

/** Judged runs for tests. */
public final class SampleJudged {
  /** What must never be more than text. */
  public static final String HOSTILE =
      "<script>alert(1)</script> | `tick` @everyone <!channel> \u202Egnp\n::error::%0A, x: 1 ##[e]y";

  private SampleJudged() {}

  /** The run and the verdict that golden files are made of. */
  public static JudgedRun golden() {
    return judged(SampleRun.golden(), SampleRun.verdict());
  }

  /** The golden run with another verdict. */
  public static JudgedRun of(Status status, String sentence, List<ObjectiveResult> results) {
    return judged(
        SampleRun.golden(),
        new Verdict(status, sentence, results, List.of(), 0.95, Verdict.Statistics.INTERVAL));
  }

  /** A run whose every name is hostile, and a verdict that repeats it. */
  public static JudgedRun hostile() {
    return judged(
        SampleRun.of(20, 40, List.of(HOSTILE + " 1", HOSTILE + " 2", "=cmd|'/c calc'!A1")),
        new Verdict(
            Status.FAIL,
            HOSTILE,
            List.of(
                SampleRun.result(
                    "p95{request:" + "<b>|`@x`" + "} < 1s",
                    2e9,
                    1e9,
                    3e9,
                    9,
                    Status.FAIL,
                    HOSTILE)),
            List.of(HOSTILE),
            0.95,
            Verdict.Statistics.INTERVAL));
  }

  private static JudgedRun judged(RunResult run, Verdict verdict) {
    return new JudgedRun(
        RunFigures.of(run),
        verdict,
        JudgedRun.Arms.NONE,
        verdict.status(),
        verdict.exitCode(),
        "runs/1");
  }
}
