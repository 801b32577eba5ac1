package io.sluice.cli;

import io.sluice.gate.EarlyStop;
import io.sluice.gate.Gate;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.ReleaseObjectives;
import io.sluice.model.plan.Units;
import io.sluice.model.run.SeriesCatalog;
import java.nio.file.Path;
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

  @Option(
      names = "--baseline",
      paramLabel = "RUN|FILE",
      description =
          "What objectives such as 'p95 <= baseline + 5%%' are held against: the folder of a run, or"
              + " a file that 'sluice baseline' made; several runs by repeating it.")
  private List<Path> baseline = List.of();

  /** The plan, judged by the objectives of the command line where there are any. */
  LoadPlan judging(LoadPlan plan) {
    List<Objective> must = read("--slo", slo, plan);
    List<Objective> should =
        read("--warn", warn, plan).stream()
            .map(objective -> objective.withSeverity(Objective.Severity.WARN))
            .toList();
    List<Objective> objectives = new ArrayList<>(must.isEmpty() ? plan.objectives() : must);
    should.stream().filter(o -> !objectives.contains(o)).forEach(objectives::add); // judged anew
    Gate gate = gate(plan);
    for (Objective objective : objectives) {
      String problem = gate.problemWith(objective);
      if (!problem.isEmpty()) {
        throw new UserMistake(problem);
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
    return ReleaseObjectives.of(plan, objectives);
  }

  /** Confidence of the intervals. */
  double level() {
    return Units.share(confidence);
  }

  /** What says that a run cannot pass any more. */
  EarlyStop earlyStop(LoadPlan plan) {
    return EarlyStop.of(plan, Units.share(confidence));
  }

  /** The gate that judges a plan, with the baseline that was given. */
  Gate gate(LoadPlan plan) {
    return baseline.isEmpty() ? gate() : gate().withBaseline(BaselineFiles.read(baseline, plan));
  }

  private Gate gate() {
    try {
      return Gate.of(Units.share(confidence), statistics);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--confidence: " + e.getMessage());
    }
  }
}
