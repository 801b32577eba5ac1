package io.sluice.reports.runs;

import io.sluice.gate.Status;
import io.sluice.gate.compare.Change;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.Revision;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import io.sluice.model.plan.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A history that never was: twelve runs, of which the ninth was slow. As a program it writes the
 * trend page, to look at it: {@code SampleHistory FILE}.
 */
public final class SampleHistory {
  static final int SLOW = 8;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final double[] P95 = {210, 214, 209, 220, 216, 208, 213, 217, 640, 222, 218, 224};

  private SampleHistory() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(
        Path.of(arguments[0]), TrendPage.of("runs/history.db", groups("Storefront journey")));
  }

  public static List<RunGroup> groups(String name) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < P95.length; i++) {
      runs.addFirst(run(name, i));
    }
    List<RunChange> changes = new ArrayList<>();
    for (int i = 1; i < P95.length; i++) {
      changes.add(
          new RunChange(
              run(name, i - 1).id(),
              run(name, i).id(),
              i < 3 ? RunChange.Method.STORED : RunChange.Method.RUN_LOGS,
              i == SLOW
                  ? Change.REGRESSION
                  : i == SLOW + 1
                      ? Change.IMPROVED
                      : i < 3 ? Change.INCONCLUSIVE : Change.NO_REGRESSION,
              i == SLOW
                  ? "B is worse than A: p95 of all requests: +195.0% (+180.0% to +214.1%), beyond the"
                      + " margin of 5%, with 95% confidence."
                  : "Told of " + name + "."));
    }
    return RunGroup.of(runs, changes);
  }

  static RunRecord run(String name, int i) {
    boolean slow = i == SLOW;
    return new RunRecord(
        name,
        "demo",
        List.of("main: 80 users"),
        "0123456789abcdef",
        START.plus(Duration.ofHours(24L * i)),
        61,
        "0.1.0",
        slow ? Status.FAIL : Status.PASS,
        slow ? "The release must not go through the gate: " + name : "All 2 objectives hold.",
        new Revision("main", "1a2b3c4d5e" + i, ""),
        "/runs/" + i,
        List.of(
            objective("p95 < 500ms", ObjectiveRecord.Unit.MS, 500, P95[i], slow),
            objective(
                "error_rate < 1%",
                ObjectiveRecord.Unit.SHARE, 0.01, i == 3 ? Double.NaN : 0.002, false)),
        new RequestRecord("", 120_034 + i, 240, 2000, P95[i] / 2, P95[i], P95[i] * 2),
        List.of(new RequestRecord("login", 1000, 2, 16, 80, 120, 200)));
  }

  private static ObjectiveRecord objective(
      String expression,
      ObjectiveRecord.Unit unit,
      double threshold,
      double estimate,
      boolean bad) {
    return new ObjectiveRecord(
        expression,
        unit,
        "<",
        threshold,
        estimate,
        estimate * 0.93,
        estimate * 1.09,
        120_034,
        8000,
        Objective.Severity.FAIL,
        bad ? Status.FAIL : Double.isNaN(estimate) ? Status.INCONCLUSIVE : Status.PASS,
        "because");
  }
}
