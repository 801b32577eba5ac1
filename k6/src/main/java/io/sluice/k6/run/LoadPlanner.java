package io.sluice.k6.run;

import io.sluice.engine.door.RequestNames;
import io.sluice.k6.options.ConstantArrivalRate;
import io.sluice.k6.options.ConstantVus;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.PerVuIterations;
import io.sluice.k6.options.RampingArrivalRate;
import io.sluice.k6.options.RampingVus;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SharedIterations;
import io.sluice.k6.options.Stage;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Makes load plans of a script's options: each scenario is a phase whose iterations are code. */
final class LoadPlanner {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_HEADER_BYTES = 1 << 20;
  private static final int MAX_BODY_BYTES = 64 << 20;

  private final String name;
  private final Network network;
  private final ScriptNames names;

  /**
   * Plans of one script.
   *
   * @param name of the run
   */
  LoadPlanner(String name, Network network, ScriptNames names) {
    this.name = name;
    this.network = network;
    this.names = names;
  }

  /** The plan of the scenarios, in their order. */
  LoadPlan of(Options options, List<Objective> objectives) {
    List<ScenarioOptions> scenarios = options.scenarios();
    return plan(
        scenarios.stream().map(scenario -> Script.code(scenario.common().name())).toList(),
        IntStream.range(0, scenarios.size()).mapToObj(i -> phase(i, scenarios.get(i))).toList(),
        objectives);
  }

  /** The plan of something that is run once by one user, such as {@code setup}. */
  LoadPlan once(String what, long timeoutNanos) {
    Duration limit = Duration.ofNanos(Math.max(1_000_000, timeoutNanos));
    Phase phase =
        new Phase(
            what,
            0,
            new ArrivalModel.Iterations(1, 1, limit),
            List.of(new Window(what, Duration.ZERO, limit, Window.Use.OBSERVED)),
            Duration.ZERO,
            Duration.ZERO);
    return plan(List.of(Script.code(what)), List.of(phase), List.of());
  }

  private LoadPlan plan(List<Script> scripts, List<Phase> phases, List<Objective> objectives) {
    return new LoadPlan(
        name,
        "",
        1,
        RequestNames.unknownTargets(),
        List.of(),
        names.requests().unknown(),
        names.checks().unknown(),
        names.metrics(),
        scripts,
        Script.empty("setup"),
        phases,
        objectives,
        new Limits(CONNECT_TIMEOUT, MAX_HEADER_BYTES, MAX_BODY_BYTES),
        network,
        AbortRule.NEVER);
  }

  private static Phase phase(int script, ScenarioOptions scenario) {
    ArrivalModel arrivals = arrivals(scenario);
    return new Phase(
        scenario.common().name(),
        script,
        arrivals,
        List.of(new Window("run", Duration.ZERO, arrivals.duration(), Window.Use.MEASURED)),
        Duration.ofNanos(scenario.common().startTimeNanos()),
        Duration.ofNanos(scenario.common().gracefulStopNanos()));
  }

  private static ArrivalModel arrivals(ScenarioOptions scenario) {
    Duration duration = Duration.ofNanos(scenario.durationNanos());
    return switch (scenario) {
      case ConstantVus c -> new ArrivalModel.ConstantUsers(users(c.vus()), duration);
      case RampingVus r ->
          new ArrivalModel.RampingUsers(
              users(r.startVus()), r.stages().stream().map(LoadPlanner::users).toList());
      case SharedIterations s ->
          new ArrivalModel.SharedIterations(users(s.vus()), s.iterations(), duration);
      case PerVuIterations p ->
          new ArrivalModel.Iterations(users(p.vus()), p.iterations(), duration);
      case ConstantArrivalRate c ->
          new ArrivalModel.ConstantRate(
              perSecond(c.rate(), c.timeUnitNanos()),
              duration,
              Spacing.FROM_START,
              users(Math.max(1, c.maxVus())));
      case RampingArrivalRate r ->
          new ArrivalModel.RampingRate(
              perSecond(r.startRate(), r.timeUnitNanos()),
              r.stages().stream().map(stage -> rate(stage, r.timeUnitNanos())).toList(),
              Spacing.WHEN_DUE,
              users(Math.max(1, r.maxVus())));
    };
  }

  private static UserStage users(Stage stage) {
    return new UserStage(Duration.ofNanos(stage.durationNanos()), users(stage.target()));
  }

  private static RateStage rate(Stage stage, long timeUnitNanos) {
    return new RateStage(
        Duration.ofNanos(stage.durationNanos()), perSecond(stage.target(), timeUnitNanos));
  }

  private static double perSecond(long rate, long timeUnitNanos) {
    return rate * 1e9 / timeUnitNanos;
  }

  private static int users(long count) {
    return Math.toIntExact(count);
  }
}
