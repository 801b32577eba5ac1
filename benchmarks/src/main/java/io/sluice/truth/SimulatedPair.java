package io.sluice.truth;

import io.sluice.gate.compare.Arm;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A run in virtual time that drives two targets at once, the phases {@code a} and {@code b}: each
 * second some requests of log-normal times (median 20 ms, sigma 0.5), scaled by the second's mood
 * of their target, whose logarithm follows AR(1).
 *
 * @param correlation of the moods of adjacent seconds
 * @param deviation of the logarithm of a mood
 */
record SimulatedPair(int seconds, int perSecond, double correlation, double deviation) {
  private static final double MEDIAN_NANOS = 20e6;
  private static final double SIGMA = 0.5;
  private static final int WINDOWS = 2; // the measured one, and the drain

  /** A run; times of {@code b} are multiplied. */
  RunResult run(long seed, double factor) {
    LoadPlan plan = plan();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    List<Interval> intervals = new ArrayList<>();
    for (int s = 0; s < seconds; s++) {
      Interval interval = new Interval(catalog);
      interval.span(s, s * 1_000_000_000L, (s + 1) * 1_000_000_000L);
      intervals.add(interval);
    }
    answer(intervals, 0, new SplittableRandom(2 * seed), 1);
    answer(intervals, WINDOWS, new SplittableRandom(2 * seed + 1), factor);
    return new RunResult(
        plan,
        new RunHeader("pair", Instant.EPOCH, plan.digest(), 1, Map.of()),
        new RunEnd(RunEnd.Reason.COMPLETED, "", intervals.getLast().toNanos()),
        listener -> intervals.forEach(listener::onInterval));
  }

  private void answer(
      List<Interval> intervals, int series, SplittableRandom random, double factor) {
    double mood = deviation * random.nextGaussian();
    double fresh = Math.sqrt(1 - correlation * correlation) * deviation;
    for (Interval interval : intervals) {
      mood = correlation * mood + fresh * random.nextGaussian();
      SeriesCell cell = interval.series(series);
      for (int i = 0; i < perSecond; i++) {
        double nanos = MEDIAN_NANOS * factor * Math.exp(mood + SIGMA * random.nextGaussian());
        cell.start();
        cell.finish(Outcome.OK, 200, (long) nanos, (long) nanos, -1);
      }
    }
  }

  /** One of the two. */
  static Arm arm(RunResult run, String phase) {
    return new Arm(phase, run, new Selection(Map.of("phase", phase)));
  }

  private LoadPlan plan() {
    return new LoadPlan(
        "pair",
        "",
        1,
        List.of(new Target("http", "localhost", 80)),
        List.of(),
        List.of(
            new RequestSpec(
                "get",
                "",
                Map.of(),
                "GET",
                0,
                Template.of("/"),
                List.of(),
                Template.EMPTY,
                Duration.ofSeconds(10),
                StatusSet.SUCCESS,
                RequestSpec.Redirects.KEEP)),
        List.of(),
        List.of(),
        List.of(new Script("get", 0, List.of(new Op.Send(0), new Op.Settle(), new Op.End()))),
        Script.empty("setup"),
        List.of(phase("a"), phase("b")),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private Phase phase(String name) {
    Duration length = Duration.ofSeconds(seconds);
    return new Phase(
        name,
        0,
        new ArrivalModel.ConstantRate(
            perSecond, length, ArrivalModel.Spacing.POISSON, 100 * perSecond),
        List.of(new Window("steady", Duration.ZERO, length, Window.Use.MEASURED)),
        Duration.ZERO,
        Duration.ofSeconds(10));
  }
}
