package io.sluice.truth;

import io.sluice.engine.Engine;
import io.sluice.engine.EngineOptions;
import io.sluice.engine.StopSignal;
import io.sluice.engine.TargetException;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.query.BodyQueries;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Load of the real engine over real sockets, kept in memory. */
final class LiveRun {
  /** Sends the request, and nothing else. */
  static final List<Op> GET = List.of(new Op.Send(0), new Op.Settle(), new Op.End());

  /** Sends the request, and looks into its answer. */
  static final List<Op> GET_AND_READ =
      List.of(
          new Op.Send(0), new Op.Extract(0, new Selector.Body()), new Op.Settle(), new Op.End());

  private static final int MAX_USERS = 2_000;

  private LiveRun() {}

  /** An open load of so many requests a second. */
  static ArrivalModel rate(double perSecond, ArrivalModel.Spacing spacing, Duration length) {
    return new ArrivalModel.ConstantRate(perSecond, length, spacing, MAX_USERS);
  }

  /** A plan of {@code GET /health}, all of it measured. */
  static LoadPlan plan(
      URI base, ArrivalModel arrivals, List<Op> ops, long seed, String... objectives) {
    return new LoadPlan(
        "live",
        "",
        seed,
        List.of(new Target(base.getScheme(), base.getHost(), base.getPort())),
        List.of(),
        List.of(
            new RequestSpec(
                "health",
                "",
                Map.of(),
                "GET",
                0,
                Template.of("/health"),
                List.of(),
                Template.EMPTY,
                Duration.ofSeconds(20),
                StatusSet.SUCCESS,
                RequestSpec.Redirects.KEEP)),
        List.of(),
        List.of(),
        List.of(new Script("get", 1, ops)),
        Script.empty("setup"),
        List.of(
            new Phase(
                "main",
                0,
                arrivals,
                List.of(
                    new Window("steady", Duration.ZERO, arrivals.duration(), Window.Use.MEASURED)),
                Duration.ZERO,
                Duration.ofSeconds(20))),
        List.of(objectives).stream().map(Objective::parse).toList(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  /** Makes the load of a plan with so many loops. */
  static RunResult of(LoadPlan plan, int loops) throws TargetException {
    return of(plan, loops, new BodyQueries(), new StopSignal(), _ -> {});
  }

  /**
   * The same, looked at as it goes.
   *
   * @param watch sees each interval before it is kept
   */
  static RunResult of(
      LoadPlan plan, int loops, BodyQuery.Compiler queries, StopSignal stop, IntervalListener watch)
      throws TargetException {
    EngineOptions options = new EngineOptions(loops, EngineOptions.Transport.AUTO, "sluice");
    Engine engine = Engine.prepare(plan, options, queries);
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    List<Interval> kept = new ArrayList<>();
    RunEnd end =
        engine.run(
            interval -> {
              watch.onInterval(interval);
              Interval copy = new Interval(catalog);
              copy.span(interval.number(), interval.fromNanos(), interval.toNanos());
              copy.add(interval);
              kept.add(copy);
            },
            stop);
    RunHeader header =
        new RunHeader(plan.name(), Instant.now(), plan.digest(), engine.cells(), Map.of());
    return new RunResult(plan, header, end, listener -> kept.forEach(listener::onInterval));
  }

  /** Times of which series of a run are wanted. */
  enum Times {
    /** done - intended. */
    RESPONSE,
    /** done - written. */
    SERVICE
  }

  /** All times of a run, whatever window they belong to, in microseconds. */
  static Histogram all(RunResult run, Times times) {
    Interval total = run.total();
    Histogram all = new Histogram(3);
    for (int s = 0; s < total.seriesCount(); s++) {
      all.add(
          switch (times) {
            case RESPONSE -> total.series(s).response();
            case SERVICE -> total.series(s).service();
          });
    }
    return all;
  }

  /** How many requests came to an end that was not the run's. */
  static long finished(RunResult run) {
    Interval total = run.total();
    long sum = 0;
    for (int s = 0; s < total.seriesCount(); s++) {
      sum += total.series(s).finished();
    }
    return sum;
  }

  /** A quantile in milliseconds. */
  static double millis(Histogram times, double q) {
    return times.getValueAtPercentile(100 * q) / 1000.0;
  }
}
