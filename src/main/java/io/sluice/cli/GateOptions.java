package io.sluice.cli;

import io.sluice.gate.EarlyStop;
import io.sluice.gate.Gate;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Threshold;
import io.sluice.model.plan.Units;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that judges. */
final class GateOptions {
  @Option(
      names = "--slo",
      paramLabel = "OBJECTIVE",
      description =
          "Judge by this instead of the scenario's objectives; may be repeated. Examples:"
              + " 'p95 < 200ms', 'error_rate < 1%%', 'throughput >= 1000/min',"
              + " 'p99{request:login} < 1s'.")
  private List<String> slo = List.of();

  @Option(
      names = "--warn",
      paramLabel = "OBJECTIVE",
      description =
          "Judge by this, too, but only warn where it does not hold; may be repeated. The"
              + " scenario's own objectives stay unless --slo replaces them.")
  private List<String> warn = List.of();

  @Option(
      names = "--confidence",
      paramLabel = "SHARE",
      defaultValue = "95%",
      description = "Confidence of the intervals (default: ${DEFAULT-VALUE}).")
  private String confidence = "95%";

  @Option(
      names = "--statistics",
      paramLabel = "KIND",
      defaultValue = "interval",
      description =
          "interval: PASS and FAIL need evidence; point: compare estimates, as other tools do"
              + " (default: ${DEFAULT-VALUE}).")
  private Verdict.Statistics statistics = Verdict.Statistics.INTERVAL;

  /** The plan, judged by the objectives of the command line where there are any. */
  LoadPlan judging(LoadPlan plan) {
    List<Objective> must = read("--slo", slo, plan);
    List<Objective> should =
        read("--warn", warn, plan).stream()
            .map(objective -> objective.withSeverity(Objective.Severity.WARN))
            .toList();
    List<Objective> objectives = new ArrayList<>(must.isEmpty() ? plan.objectives() : must);
    should.stream().filter(o -> !objectives.contains(o)).forEach(objectives::add); // judged anew
    for (Objective objective : objectives) {
      if (objective.bound() instanceof Threshold.OfBaseline) {
        throw new UserMistake("'" + objective + "' needs --baseline");
      }
    }
    return plan.withObjectives(objectives);
  }

  private static List<Objective> read(String option, List<String> texts, LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    List<Objective> objectives = new ArrayList<>();
    for (String text : texts) {
      Objective objective = Flag.read(option, text, Objective::parse);
      String problem = catalog.problemWith(objective);
      if (!problem.isEmpty()) {
        throw new UserMistake(option + ": " + problem);
      }
      objectives.add(objective);
    }
    return objectives;
  }

  /** Throws where they are mistaken: before the load, not after it. */
  void requireValid() {
    Gate _ = gate();
  }

  /** What says that a run cannot pass any more. */
  EarlyStop earlyStop(LoadPlan plan) {
    return EarlyStop.of(plan, Units.share(confidence));
  }

  Gate gate() {
    try {
      return Gate.of(Units.share(confidence), statistics);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--confidence: " + e.getMessage());
    }
  }
}
