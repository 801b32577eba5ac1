package io.sluice.truth;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run that nobody made: one request, a constant rate, latencies drawn from a process. */
final class SimulatedRun {
  private static final long SECOND = 1_000_000_000L;

  private final LoadPlan plan;
  private final List<Interval> intervals = new ArrayList<>();

  private SimulatedRun(LoadPlan plan) {
    this.plan = plan;
  }

  /** Draws a run of so many seconds with so many requests in each. */
  static SimulatedRun of(
      LoadPlan plan, LatencyProcess process, int perSecond, SplittableRandom random) {
    SimulatedRun run = new SimulatedRun(plan);
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    LatencyProcess.Run latencies = process.run(random);
    int seconds = (int) plan.duration().toSeconds();
    for (int second = 0; second < seconds; second++) {
      Interval interval = new Interval(catalog);
      interval.span(second, second * SECOND, (second + 1) * SECOND);
      interval.health().add(Counter.PLANNED, perSecond);
      interval.health().add(Counter.OFFERED, perSecond);
      latencies.next();
      for (int i = 0; i < perSecond; i++) {
        long nanos = (long) (latencies.draw() * 1e6);
        interval.series(0).start();
        interval.series(0).finish(Outcome.OK, 200, nanos, nanos, -1);
      }
      run.intervals.add(interval);
    }
    return run;
  }

  /** A plan of one request at a constant rate, all of it measured. */
  static LoadPlan plan(int seconds, double perSecond, AbortRule abort, String... objectives) {
    Duration length = Duration.ofSeconds(seconds);
    return new LoadPlan(
            "simulated",
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
                    Duration.ofSeconds(60),
                    StatusSet.SUCCESS,
                    RequestSpec.Redirects.KEEP)),
            List.of(),
            List.of(),
            List.of(new Script("get", 0, List.of(new Op.Send(0), new Op.Settle(), new Op.End()))),
            Script.empty("setup"),
            List.of(
                new Phase(
                    "main",
                    0,
                    new ArrivalModel.ConstantRate(
                        perSecond, length, ArrivalModel.Spacing.UNIFORM, 10_000),
                    List.of(new Window("steady", Duration.ZERO, length, Window.Use.MEASURED)),
                    Duration.ZERO,
                    Duration.ofSeconds(30))),
            List.of(objectives).stream().map(Objective::parse).toList(),
            Limits.DEFAULT,
            Network.DEFAULT)
        .withAbort(abort);
  }

  /** Its intervals, in order. */
  List<Interval> intervals() {
    return intervals;
  }

  /** The whole run. */
  RunResult result() {
    return cutAfter(intervals.size(), RunEnd.Reason.COMPLETED);
  }

  /** The run as it is if it ends after so many seconds. */
  RunResult cutAfter(int seconds, RunEnd.Reason reason) {
    RunHeader header = new RunHeader(plan.name(), Instant.EPOCH, plan.digest(), 1, Map.of());
    return new RunResult(
        plan,
        header,
        new RunEnd(reason, "", seconds * SECOND),
        listener -> intervals.subList(0, seconds).forEach(listener::onInterval));
  }
}
