package io.sluice.gate;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A run made by hand: 5 s of warm-up, then 30 measured seconds, of the requests {@code browse}
 * (endpoint products) and {@code pay} (endpoint checkout, group Checkout), with a check each, the
 * trend {@code order_time}, the rate {@code abandoned}, the counter {@code orders} and the gauge
 * {@code queue}.
 */
final class FakeRun {
  static final int WARMUP = 0;
  static final int STEADY = 1;
  static final int DRAIN = 2;
  static final int BROWSE = 0;
  static final int PAY = 1;
  private static final int METRICS = 4;
  static final int FROM = 5;
  static final int TO = 35;

  private static final Duration LENGTH = Duration.ofSeconds(TO);

  static final ArrivalModel OPEN =
      new ArrivalModel.ConstantRate(100, LENGTH, ArrivalModel.Spacing.POISSON, 1000);
  static final ArrivalModel CLOSED = new ArrivalModel.ConstantUsers(50, LENGTH);

  private final LoadPlan plan;
  private final SeriesCatalog catalog;
  private final List<Interval> intervals = new ArrayList<>();
  private RunEnd end = new RunEnd(RunEnd.Reason.COMPLETED, "", LENGTH.toNanos());

  FakeRun(ArrivalModel arrivals, String... objectives) {
    plan = plan(arrivals, Stream.of(objectives).map(Objective::parse).toList());
    catalog = SeriesCatalog.of(plan);
    for (int second = 0; second < TO; second++) {
      Interval interval = new Interval(catalog);
      interval.span(second, second * 1_000_000_000L, (second + 1) * 1_000_000_000L);
      interval.health().add(Counter.PLANNED, 100);
      interval.health().add(Counter.OFFERED, 100);
      interval.health().add(Counter.BUSY_NANOS, 200_000_000);
      interval.health().add(Counter.LOOP_NANOS, 1_000_000_000);
      intervals.add(interval);
    }
  }

  FakeRun(String... objectives) {
    this(OPEN, objectives);
  }

  private static LoadPlan plan(ArrivalModel arrivals, List<Objective> objectives) {
    Script script =
        new Script(
            "shop",
            0,
            List.of(new Op.Send(BROWSE), new Op.Send(PAY), new Op.Settle(), new Op.End()));
    Phase phase =
        new Phase(
            "main",
            0,
            arrivals,
            List.of(
                new Window("warmup", Duration.ZERO, Duration.ofSeconds(FROM), Window.Use.OBSERVED),
                new Window("steady", Duration.ofSeconds(FROM), LENGTH, Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ofSeconds(30));
    return new LoadPlan(
        "shop",
        "",
        1,
        List.of(new Target("http", "localhost", 80)),
        List.of(),
        List.of(request("browse", "", "products"), request("pay", "Checkout", "checkout")),
        List.of(check("browse is 200", BROWSE), check("pay is 200", PAY)),
        List.of(
            new MetricSpec("order_time", MetricSpec.Kind.TREND),
            new MetricSpec("abandoned", MetricSpec.Kind.RATE),
            new MetricSpec("orders", MetricSpec.Kind.COUNTER),
            new MetricSpec("queue", MetricSpec.Kind.GAUGE)),
        List.of(script),
        Script.empty("setup"),
        List.of(phase),
        objectives,
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static RequestSpec request(String name, String group, String endpoint) {
    return new RequestSpec(
        name,
        group,
        Map.of("endpoint", endpoint),
        "GET",
        0,
        Template.of("/" + name),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }

  private static CheckSpec check(String name, int request) {
    return new CheckSpec(name, request, new Expectation.Status(StatusSet.SUCCESS));
  }

  /** Fills a second of the run. */
  FakeRun second(int number, Consumer<Second> filling) {
    filling.accept(new Second(intervals.get(number)));
    return this;
  }

  /** Fills every measured second alike. */
  FakeRun measured(Consumer<Second> filling) {
    for (int second = FROM; second < TO; second++) {
      second(second, filling);
    }
    return this;
  }

  /** The run ends early; later intervals are gone, the last one is cut. */
  FakeRun endsAt(RunEnd.Reason reason, double seconds) {
    long nanos = (long) (seconds * 1e9);
    end = new RunEnd(reason, "", nanos);
    intervals.removeIf(interval -> interval.fromNanos() >= nanos);
    Interval last = intervals.getLast();
    last.span(last.number(), last.fromNanos(), Math.min(nanos, last.toNanos()));
    return this;
  }

  /** Seconds after the load in which what was started comes to its end. */
  FakeRun andADrainOf(int seconds) {
    for (int second = TO; second < TO + seconds; second++) {
      Interval interval = new Interval(catalog);
      interval.span(second, second * 1_000_000_000L, (second + 1) * 1_000_000_000L);
      intervals.add(interval);
    }
    end = new RunEnd(RunEnd.Reason.COMPLETED, "", (TO + seconds) * 1_000_000_000L);
    return this;
  }

  /** Slides over what the first objective looks at. */
  Sliding sliding() {
    return new Sliding(question());
  }

  private Question question() {
    Objective objective = plan.objectives().getFirst();
    RunResult run = result();
    return new Question(
        objective, new Scope(run, objective), run, new Level(0.95), new SeriesTimes());
  }

  /** Puts the seconds' contents into another order. */
  FakeRun inOrder(List<Integer> order) {
    List<Interval> old = List.copyOf(intervals);
    intervals.clear();
    for (int i = 0; i < order.size(); i++) {
      Interval interval = old.get(order.get(i));
      interval.span(i, i * 1_000_000_000L, (i + 1) * 1_000_000_000L);
      intervals.add(interval);
    }
    return this;
  }

  RunResult result() {
    RunHeader header =
        new RunHeader("shop", Instant.parse("2026-01-01T00:00:00Z"), plan.digest(), 1, Map.of());
    return new RunResult(plan, header, end, listener -> intervals.forEach(listener::onInterval));
  }

  Verdict judge() {
    return Gate.standard().judge(result());
  }

  ObjectiveResult first() {
    return judge().objectives().getFirst();
  }

  /** Adds to one interval, in the measured window unless told otherwise. */
  record Second(Interval interval) {
    Second ok(int request, long count, double millis) {
      return ended(STEADY, request, Outcome.OK, count, millis, millis);
    }

    Second failed(int request, long count) {
      return ended(STEADY, request, Outcome.HTTP_ERROR, count, 1, 1);
    }

    /** Right answers that failed nothing but a check on their time. */
    Second late(int request, long count, double millis) {
      for (long i = 0; i < count; i++) {
        var cell = interval.series(STEADY * 2 + request);
        cell.start();
        cell.finish(Outcome.CHECK_FAILED, true, 200, nanos(millis), nanos(millis), -1);
      }
      return this;
    }

    Second aborted(int request, long count, double millis) {
      return ended(STEADY, request, Outcome.ABORTED, count, millis, -1);
    }

    Second ended(
        int window, int request, Outcome outcome, long count, double millis, double serviceMillis) {
      for (long i = 0; i < count; i++) {
        var cell = interval.series(window * 2 + request);
        cell.start();
        cell.finish(outcome, 200, nanos(millis), nanos(serviceMillis), -1);
      }
      return this;
    }

    /** Requests that are under way at its end. */
    Second pending(int request, long count, double millis) {
      if (count > 0) {
        interval.pending(STEADY * 2 + request).recordValueWithCount((long) (millis * 1000), count);
      }
      return this;
    }

    Second checks(int request, long passes, long fails) {
      interval.check(STEADY * 2 + request).add(passes, fails);
      return this;
    }

    Second orders(long count, double millis) {
      for (long i = 0; i < count; i++) {
        interval.metric(STEADY * METRICS).time(nanos(millis));
      }
      return this;
    }

    Second bytes(long sent, long received) {
      interval.series(STEADY * 2).bytes(sent, received);
      return this;
    }

    Second added(double amount) {
      interval.metric(STEADY * METRICS + 2).number(amount);
      return this;
    }

    Second gauge(double value) {
      interval.metric(STEADY * METRICS + 3).number(value);
      return this;
    }

    Second abandoned(long trues, long falses) {
      for (long i = 0; i < trues + falses; i++) {
        interval.metric(STEADY * METRICS + 1).count(i < trues);
      }
      return this;
    }

    /** Ticks and requests that the generator took up so late. */
    Second late(long count, double millis) {
      interval.health().loopDelay().recordValueWithCount((long) (millis * 1000), count);
      interval.health().lag().recordValueWithCount((long) (millis * 1000), count);
      return this;
    }

    /** The same, where it was on time. */
    Second punctual(long count, double millis) {
      return late(count, millis);
    }

    Second health(Counter counter, long amount) {
      interval.health().add(counter, amount);
      return this;
    }

    private static long nanos(double millis) {
      return (long) (millis * 1e6);
    }
  }
}
