package io.sluice.gate.compare;

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
import io.sluice.model.run.Health.Counter;
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
 * A run of the phases {@code a} and {@code b} with the requests {@code browse} and {@code pay}: 10
 * s of warm-up, then measured seconds. Intervals are as long as they are told to be.
 */
final class TwoPhases {
  static final int WARMUP = 10;
  static final int BROWSE = 0;
  static final int PAY = 1;
  private static final int REQUESTS = 2;
  private static final int WINDOWS = 3;

  private final LoadPlan plan;
  private final List<Interval> intervals = new ArrayList<>();

  TwoPhases(int seconds, long intervalMillis, ArrivalModel arrivals) {
    Duration length = arrivals.duration();
    plan =
        new LoadPlan(
            "shop",
            "",
            1,
            List.of(new Target("http", "localhost", 80)),
            List.of(),
            List.of(request("browse"), request("pay")),
            List.of(),
            List.of(),
            List.of(
                new Script(
                    "shop",
                    0,
                    List.of(new Op.Send(BROWSE), new Op.Send(PAY), new Op.Settle(), new Op.End()))),
            Script.empty("setup"),
            List.of(phase("a", arrivals, length), phase("b", arrivals, length)),
            List.of(),
            Limits.DEFAULT,
            Network.DEFAULT);
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    long nanos = intervalMillis * 1_000_000;
    for (int i = 0; i * intervalMillis < (WARMUP + seconds) * 1000L; i++) {
      Interval interval = new Interval(catalog);
      interval.span(i, i * nanos, (i + 1) * nanos);
      intervals.add(interval);
    }
  }

  static ArrivalModel open(int seconds) {
    return new ArrivalModel.ConstantRate(
        100, Duration.ofSeconds(WARMUP + seconds), ArrivalModel.Spacing.POISSON, 100);
  }

  static ArrivalModel closed(int seconds) {
    return new ArrivalModel.ConstantUsers(10, Duration.ofSeconds(WARMUP + seconds));
  }

  private static Phase phase(String name, ArrivalModel arrivals, Duration length) {
    Duration warmup = Duration.ofSeconds(WARMUP);
    return new Phase(
        name,
        0,
        arrivals,
        List.of(
            new Window("warmup", Duration.ZERO, warmup, Window.Use.OBSERVED),
            new Window("steady", warmup, length, Window.Use.MEASURED)),
        Duration.ZERO,
        Duration.ofSeconds(30));
  }

  private static RequestSpec request(String name) {
    return new RequestSpec(
        name,
        "",
        Map.of(),
        "GET",
        0,
        Template.of("/" + name),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }

  /** Log-normal times of both requests of a phase, in every interval; in warm-up ten times them. */
  TwoPhases answers(Side phase, long seed, int perInterval, double factor) {
    return answers(phase, BROWSE, seed, perInterval, factor)
        .answers(phase, PAY, seed + 1000, perInterval, factor);
  }

  /** The same of one request. */
  TwoPhases answers(Side phase, int request, long seed, int perInterval, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Interval interval : intervals) {
      int window = interval.fromNanos() < WARMUP * 1_000_000_000L ? 0 : 1;
      for (int i = 0; i < perInterval; i++) {
        double nanos = 20e6 * factor * Math.exp(0.5 * random.nextGaussian());
        end(interval, phase, window, request, (long) (window == 0 ? 10 * nanos : nanos));
      }
    }
    return this;
  }

  private static void end(Interval interval, Side phase, int window, int request, long nanos) {
    int first = phase == Side.A ? 0 : WINDOWS;
    SeriesCell cell = interval.series((first + window) * REQUESTS + request);
    cell.start();
    cell.finish(Outcome.OK, 200, nanos, nanos, -1);
  }

  TwoPhases health(Counter counter, long amount) {
    intervals.forEach(interval -> interval.health().add(counter, amount));
    return this;
  }

  TwoPhases lag(long micros) {
    intervals.forEach(interval -> interval.health().lag().recordValue(micros));
    return this;
  }

  RunResult result() {
    long end = intervals.getLast().toNanos();
    return new RunResult(
        plan,
        new RunHeader("shop", Instant.parse("2026-01-01T00:00:00Z"), plan.digest(), 1, Map.of()),
        new RunEnd(RunEnd.Reason.COMPLETED, "", end),
        listener -> intervals.forEach(listener::onInterval));
  }

  static Arm arm(RunResult run, Side phase) {
    String name = phase == Side.A ? "a" : "b";
    return new Arm(name, run, new Selection(Map.of("phase", name)));
  }
}
