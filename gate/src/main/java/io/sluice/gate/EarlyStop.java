package io.sluice.gate;

import io.sluice.gate.stats.SequentialTest;
import io.sluice.gate.stats.ShareTest;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Watches a run, and says when it is certain that it cannot pass. Two things make it certain:
 *
 * <ol>
 *   <li>So many requests were bad that no continuation can pass: with N the most that the plan can
 *       send, k of them bad so far, P(X &lt;= k) &gt; tail for X ~ Binomial(N, allowed). Overdue
 *       requests count from the moment that they are.
 *   <li>The evidence of a test that may be looked at at any time ({@link SequentialTest}) on the
 *       effective samples so far reaches J / {@value #ALPHA}, with J objectives watched.
 * </ol>
 *
 * <p>Objectives on percentiles and on shares are watched, over whole windows; others need the whole
 * run. Not thread-safe.
 */
public final class EarlyStop {
  /** The chance that the second rule ends a run whose objectives all hold. */
  static final double ALPHA = 0.01;

  private static final int LEAST_SLICES = 30;
  private static final int LOOKS = 60;
  private static final long LEAST_BETWEEN = 1_000_000_000L;
  private static final long MOST_BETWEEN = 5_000_000_000L;

  private final Level level;
  private final SeriesTimes times = new SeriesTimes();
  private final List<Watched> watched = new ArrayList<>();
  private final long firstLook;
  private final long between;
  private long nextLook;

  /** An objective, and the most requests that can come. */
  private record Watched(Question question, Estimator estimator, Looks looks, double most) {}

  private EarlyStop(LoadPlan plan, Level level) {
    this.level = level;
    RunResult soFar =
        new RunResult(
            plan,
            new RunHeader(plan.name(), Instant.EPOCH, "", 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", plan.duration().toNanos()),
            _ -> {});
    List<Objective> objectives =
        plan.objectives().isEmpty() ? ReleaseGate.DEFAULT : plan.objectives();
    for (Objective objective : objectives) {
      if (objective.severity() == Objective.Severity.FAIL
          && objective.selection().span() instanceof Span.Whole
          && !Double.isNaN(objective.threshold())) {
        watch(soFar, objective);
      }
    }
    Stretches measured = Stretches.measured(plan, soFar.catalog());
    long length = measured.reachedNanos(Long.MAX_VALUE);
    long slices = LEAST_SLICES * plan.sliceNanos();
    firstLook = measured.startNanos() + Math.max(plan.abort().grace().toNanos(), slices);
    between = Math.clamp(length / LOOKS, LEAST_BETWEEN, MOST_BETWEEN);
    nextLook = measured.startNanos() + plan.abort().grace().toNanos();
  }

  /**
   * Watches the objectives of a plan.
   *
   * @param confidence as that of the {@link Gate} that will judge
   */
  public static EarlyStop of(LoadPlan plan, double confidence) {
    return new EarlyStop(plan, new Level(confidence));
  }

  private void watch(RunResult soFar, Objective objective) {
    Question question = new Question(objective, new Scope(soFar, objective), soFar, level, times);
    Estimator estimator = Estimator.of(question);
    if (estimator instanceof Looks looks) {
      double most =
          objective.measure().ownMetric().isEmpty()
              ? PlannedRequests.most(soFar.plan(), soFar.catalog(), question.scope().series())
              : Double.POSITIVE_INFINITY;
      watched.add(new Watched(question, estimator, looks, most));
    }
  }

  /**
   * Takes an interval in.
   *
   * @return why the run cannot pass any more, as a clause; empty as long as it can
   */
  public String take(Interval interval) {
    times.take(interval);
    watched.forEach(w -> w.estimator.take(interval));
    if (interval.toNanos() < nextLook) {
      return "";
    }
    nextLook = interval.toNanos() + between;
    boolean statistics = interval.toNanos() >= firstLook;
    for (Watched w : watched) {
      String certain = beyondRepair(w, interval);
      if (certain.isEmpty() && statistics) {
        certain = proven(w, interval);
      }
      if (!certain.isEmpty()) {
        return certain;
      }
    }
    return "";
  }

  private String beyondRepair(Watched w, Interval interval) {
    if (Double.isInfinite(w.most)) {
      return "";
    }
    double allowed = w.looks.look(interval).allowed();
    long bad = w.looks.bad(interval);
    ShareTest best = new ShareTest(bad, w.most, allowed, level.tail());
    return bad > 0 && best.pGood() > level.tail()
        ? "%s cannot hold any more: %s bad already, of at most %s"
            .formatted(
                w.question.objective(),
                Question.count(bad, "request") + (bad == 1 ? " was" : " were"),
                Units.number(w.most))
        : "";
  }

  private String proven(Watched w, Interval interval) {
    ShareTest test = w.looks.look(interval);
    double evidence = SequentialTest.logEvidenceOfBad(test.bad(), test.samples(), test.allowed());
    return test.allowed() > 0 && evidence >= Math.log(watched.size() / ALPHA)
        ? "%s does not hold for certain: %s were bad, where %s may be"
            .formatted(
                w.question.objective(),
                Units.percent(test.bad() / test.samples()),
                Units.percent(test.allowed()))
        : "";
  }
}
