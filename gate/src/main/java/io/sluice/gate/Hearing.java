package io.sluice.gate;

import io.sluice.gate.stats.Holm;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One run before the gate: takes its intervals in, and concludes. It may conclude more than once.
 * Not thread-safe.
 */
final class Hearing {
  private final RunResult run;
  private final Progress progress;
  private final Level level;
  private final Verdict.Statistics statistics;
  private final boolean ownObjectives;
  private final SeriesTimes times = new SeriesTimes();
  private final List<Question> questions;
  private final List<Estimator> estimators;
  private final Observed observed;
  private final Steadiness steadiness;
  private final Attribution attribution;

  /** Who answers the questions. */
  interface Experts {
    /** The estimator for a question. */
    Estimator on(Question question);
  }

  /**
   * By the objectives of the run's plan, and by {@link ReleaseGate} if none of them can fail it.
   *
   * @param progress how far the run has come each time when it concludes
   */
  Hearing(
      RunResult run,
      Progress progress,
      Level level,
      Verdict.Statistics statistics,
      Experts experts) {
    this.run = run;
    this.progress = progress;
    this.level = level;
    this.statistics = statistics;
    List<Objective> objectives = new ArrayList<>(run.plan().objectives());
    ownObjectives = objectives.stream().anyMatch(Hearing::canFail);
    if (!ownObjectives) {
      objectives.addAll(0, ReleaseGate.of(run.plan()));
    }
    questions = objectives.stream().map(this::ask).toList();
    estimators = questions.stream().map(experts::on).toList();
    List<Integer> measuredSeries =
        IntStream.range(0, run.catalog().seriesCount())
            .filter(s -> run.catalog().series(s).measured())
            .boxed()
            .toList();
    observed = new Observed(run, measuredSeries);
    steadiness = new Steadiness(run, measuredSeries, times);
    attribution = new Attribution(run, progress, observed, steadiness);
  }

  private Question ask(Objective objective) {
    return new Question(objective, new Scope(run, objective), run, level, times, progress);
  }

  void take(Interval interval) {
    observed.take(interval);
    times.take(interval);
    steadiness.take(interval);
    estimators.forEach(estimator -> estimator.take(interval));
  }

  /** The run is over: those who have to see all of it once more. */
  List<LaterEstimator> begin() {
    List<LaterEstimator> unseen = new ArrayList<>();
    for (Estimator estimator : estimators) {
      if (estimator instanceof LaterEstimator later && later.begin()) {
        unseen.add(later);
      }
    }
    return unseen;
  }

  Verdict conclude() {
    List<Finding> findings = estimators.stream().map(Estimator::conclude).toList();
    List<Finding> judged =
        switch (statistics) {
          case POINT -> findings.stream().map(Hearing::byPoint).map(Hearing::withSamples).toList();
          case INTERVAL -> byInterval(findings);
        };
    List<ObjectiveResult> results = judged.stream().map(Finding::result).toList();
    List<ObjectiveResult> deciding = results.stream().filter(r -> !r.onlyWarns()).toList();
    Status status = overall(deciding);
    long measured =
        Stretches.measured(run.plan(), run.catalog()).reachedNanos(progress.end().nanos());
    String sentence = Summary.of(status, deciding, how(), observed.requests(), measured);
    return new Verdict(
        status, sentence, results, notes(findings, results), level.confidence(), statistics);
  }

  private List<String> notes(List<Finding> findings, List<ObjectiveResult> results) {
    List<String> notes = new ArrayList<>();
    if (!ownObjectives) {
      notes.add(
          "The plan has no objectives%s; the release gate was applied: "
                  .formatted(run.plan().objectives().isEmpty() ? "" : " that can fail it")
              + String.join(
                  ", ", ReleaseGate.of(run.plan()).stream().map(Objective::toString).toList())
              + ".");
    }
    notes.addAll(attribution.notes(findings));
    notes.addAll(warnings(results));
    return notes;
  }

  private String how() {
    return switch (statistics) {
      case INTERVAL -> "with " + level.text() + " confidence";
      case POINT -> "by their point estimates";
    };
  }

  private List<Finding> byInterval(List<Finding> findings) {
    List<Finding> enough = findings.stream().map(Hearing::withSamples).toList();
    double[] p = enough.stream().filter(Hearing::inFamily).mapToDouble(Finding::pBad).toArray();
    boolean[] rejected = Holm.rejected(p, level.tail());
    List<Finding> judged = new ArrayList<>();
    int member = 0;
    for (int i = 0; i < enough.size(); i++) {
      Finding finding = enough.get(i);
      boolean byChance = inFamily(finding) && !rejected[member++];
      if (finding.status() == Status.FAIL && byChance) {
        finding =
            finding.as(
                Status.INCONCLUSIVE,
                finding.reason()
                    + "; but among %d objectives that may be chance (Holm)".formatted(p.length));
      }
      judged.add(attribution.weigh(finding, questions.get(i).scope().stretches()));
    }
    return judged;
  }

  /** Whether it can fail the run, so that more of its kind would make more false alarms. */
  private static boolean inFamily(Finding finding) {
    return canFail(finding.objective()) && finding.samples() >= finding.objective().minSamples();
  }

  private static boolean canFail(Objective objective) {
    return objective.severity() == Objective.Severity.FAIL;
  }

  private static Finding withSamples(Finding finding) {
    long wanted = finding.objective().minSamples();
    return finding.status() == Status.INCONCLUSIVE || finding.samples() >= wanted
        ? finding
        : finding.as(
            Status.INCONCLUSIVE,
            String.format(
                Locale.ROOT,
                "%s; but %,d samples are fewer than the %,d that it wants",
                finding.reason(),
                finding.samples(),
                wanted));
  }

  private static List<String> warnings(List<ObjectiveResult> results) {
    return results.stream()
        .filter(ObjectiveResult::onlyWarns)
        .filter(result -> result.status() != Status.PASS)
        .map(
            result ->
                "Warning: %s %s: %s."
                    .formatted(
                        result.objective(),
                        result.status() == Status.FAIL ? "does not hold" : "is not settled",
                        result.reason()))
        .toList();
  }

  private static Finding byPoint(Finding finding) {
    if (Double.isNaN(finding.estimate())) {
      return finding;
    }
    Objective objective = finding.objective();
    return finding.as(
        finding.pointHolds() ? Status.PASS : Status.FAIL,
        "the estimate %s %s %s %s"
            .formatted(
                objective.format(finding.estimate()),
                finding.pointHolds() ? "is" : "is not",
                objective.comparison(),
                objective.thresholdText()));
  }

  private static Status overall(List<ObjectiveResult> results) {
    if (results.stream().anyMatch(result -> result.status() == Status.FAIL)) {
      return Status.FAIL;
    }
    return results.stream().allMatch(result -> result.status() == Status.PASS)
        ? Status.PASS
        : Status.INCONCLUSIVE;
  }
}
