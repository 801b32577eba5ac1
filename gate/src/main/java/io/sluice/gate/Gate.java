package io.sluice.gate;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.stats.Holm;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges runs. Immutable.
 *
 * <p>A run passes when every objective passes, which needs no correction for their number (an
 * intersection-union test, Berger 1982); it fails when one fails by Holm's procedure over all of
 * them, so that more objectives do not mean more false alarms; else it is inconclusive. Objectives
 * that only warn take no part in it.
 */
public final class Gate {
  private final Level level;
  private final Verdict.Statistics statistics;
  private final @Nullable Baseline baseline;

  private Gate(Level level, Verdict.Statistics statistics, @Nullable Baseline baseline) {
    this.level = level;
    this.statistics = statistics;
    this.baseline = baseline;
  }

  /** Intervals of 95 %. */
  public static Gate standard() {
    return of(0.95, Verdict.Statistics.INTERVAL);
  }

  /**
   * A gate with another confidence or with point estimates.
   *
   * @throws IllegalArgumentException unless 0.5 &lt;= confidence &lt; 1
   */
  public static Gate of(double confidence, Verdict.Statistics statistics) {
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be at least 50% and below 100%, was " + confidence);
    }
    return new Gate(new Level(confidence), statistics, null);
  }

  /** The same, with a baseline for objectives that are held against one. */
  public Gate withBaseline(Baseline other) {
    return new Gate(level, statistics, other);
  }

  /**
   * What is wrong with an objective over a baseline, as a clause; empty if nothing is, or if it is
   * over none.
   */
  public String problemWith(Objective objective) {
    if (!(objective.bound() instanceof Threshold.OfBaseline)) {
      return "";
    }
    if (baseline == null) {
      return "'%s' needs --baseline".formatted(objective);
    }
    Selection selection = objective.selection();
    boolean known =
        selection.names().keySet().stream().allMatch("request"::equals)
            && selection.span() instanceof Span.Whole;
    if (!(objective.measure() instanceof Measure.ResponseQuantile) || !known) {
      return "'%s': a baseline knows percentiles of the response time, of all requests or of {request:…}"
          .formatted(objective);
    }
    String request = selection.names().getOrDefault("request", "");
    return baseline.has(request)
        ? ""
        : "'%s': the baseline has no request '%s'".formatted(objective, request);
  }

  /**
   * Judges a run by the objectives of its plan, and by {@link ReleaseGate} if none of them can fail
   * it.
   */
  public Verdict judge(RunResult run) {
    List<Objective> objectives = new ArrayList<>(run.plan().objectives());
    boolean ownObjectives = objectives.stream().anyMatch(Gate::canFail);
    if (!ownObjectives) {
      objectives.addAll(0, ReleaseGate.of(run.plan()));
    }
    SeriesTimes times = new SeriesTimes();
    List<Question> questions =
        objectives.stream().map(objective -> ask(run, objective, times)).toList();
    List<Estimator> estimators = Excerpts.of(run, questions, this::overBaseline).estimators();
    List<Integer> measuredSeries =
        IntStream.range(0, run.catalog().seriesCount())
            .filter(s -> run.catalog().series(s).measured())
            .boxed()
            .toList();
    Observed observed = new Observed(run, measuredSeries);
    Steadiness steadiness = new Steadiness(run, measuredSeries, times);
    run.intervals()
        .replay(
            interval -> {
              observed.take(interval);
              times.take(interval);
              steadiness.take(interval);
              estimators.forEach(estimator -> estimator.take(interval));
            });
    List<Finding> findings = estimators.stream().map(Estimator::conclude).toList();
    Attribution attribution = new Attribution(run, observed, steadiness);
    List<Finding> judged =
        switch (statistics) {
          case POINT -> findings.stream().map(Gate::byPoint).map(Gate::withSamples).toList();
          case INTERVAL -> byInterval(findings, questions, attribution);
        };
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
    List<ObjectiveResult> results = judged.stream().map(Finding::result).toList();
    notes.addAll(warnings(results));
    List<ObjectiveResult> deciding = results.stream().filter(r -> !r.onlyWarns()).toList();
    Status status = overall(deciding);
    long measured = Stretches.measured(run.plan(), run.catalog()).reachedNanos(run.end().nanos());
    String sentence = Summary.of(status, deciding, how(), observed.requests(), measured);
    return new Verdict(status, sentence, results, notes, level.confidence(), statistics);
  }

  /** The estimator of an objective over a baseline, or null for any other. */
  private @Nullable Estimator overBaseline(Question question) {
    if (!(question.objective().bound() instanceof Threshold.OfBaseline)) {
      return null;
    }
    String problem = problemWith(question.objective());
    if (!problem.isEmpty()
        || baseline == null
        || !(question.objective().measure() instanceof Measure.ResponseQuantile quantile)) {
      throw new IllegalArgumentException(problem);
    }
    return new BaselineEstimator(question, baseline, quantile.q());
  }

  private Question ask(RunResult run, Objective objective, SeriesTimes times) {
    return new Question(objective, new Scope(run, objective), run, level, times);
  }

  private String how() {
    return switch (statistics) {
      case INTERVAL -> "with " + level.text() + " confidence";
      case POINT -> "by their point estimates";
    };
  }

  private List<Finding> byInterval(
      List<Finding> findings, List<Question> questions, Attribution attribution) {
    List<Finding> enough = findings.stream().map(Gate::withSamples).toList();
    double[] p = enough.stream().filter(Gate::inFamily).mapToDouble(Finding::pBad).toArray();
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
