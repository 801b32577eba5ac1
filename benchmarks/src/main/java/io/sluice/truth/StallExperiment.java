package io.sluice.truth;

import io.sluice.engine.TargetException;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.Op;
import io.sluice.model.run.RunResult;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.Stall;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Coordinated omission. A target answers in a millisecond, but for a second in every ten it answers
 * nobody. Who arrives evenly meets a response time that is known: with stalls of D in every P,
 * quantile q is D - (1 - q) P, or the usual time where that is negative.
 *
 * <p>The window holds whole periods: the first stall begins P - D after the target's start, so that
 * a run of n P that begins earlier, and is not over before the n-th ends, sees n of them.
 */
@Command(name = "StallExperiment", description = "A target that stalls, at a constant rate.")
final class StallExperiment extends Experiment {
  private static final double[] QUANTILES = {0.5, 0.9, 0.95, 0.99, 1};
  private static final Duration LATENCY = Duration.ofMillis(1);

  @Option(names = "--stall", paramLabel = "D/P", description = "Length and period.")
  private String stall = "1s/10s";

  @Option(names = "--periods", description = "How many of them are measured.")
  private int periods = 6;

  @Option(names = "--rate", description = "Requests a second.")
  private double rate = 200;

  public static void main(String[] arguments) {
    run(new StallExperiment(), arguments);
  }

  /** What a run reports, in microseconds. */
  record Seen(String name, Histogram response, Histogram service, Histogram lag) {
    static Seen of(String name, RunResult run) {
      return new Seen(
          name,
          LiveRun.all(run, LiveRun.Times.RESPONSE),
          LiveRun.all(run, LiveRun.Times.SERVICE),
          run.total().health().lag());
    }
  }

  /** Quantile q of the response time, in milliseconds. */
  static double theory(Stall stall, double q) {
    double held = (stall.length().toNanos() - (1 - q) * stall.period().toNanos()) / 1e6;
    return Math.max(held, LATENCY.toNanos() / 1e6);
  }

  /** An open load on a target that stalls. */
  static Seen open(Stall stall, int periods, double rate, int loops) throws TargetException {
    try (Storefront shop = target(stall)) {
      ArrivalModel arrivals =
          LiveRun.rate(rate, Spacing.UNIFORM, stall.period().multipliedBy(periods));
      RunResult run = LiveRun.of(LiveRun.plan(shop.baseUri(), arrivals, LiveRun.GET, 1), loops);
      return Seen.of(loops == 1 ? "one loop" : loops + " loops, merged", run);
    }
  }

  /** Ten users who each wait for their answer and pause: what a tool of users alone sees. */
  private static Seen closed(Stall stall, int periods, double rate) throws TargetException {
    Duration pause = Duration.ofNanos((long) (10 / rate * 1e9)).minus(LATENCY);
    List<Op> ops =
        List.of(new Op.Send(0), new Op.Settle(), new Op.Pause(pause, pause), new Op.End());
    try (Storefront shop = target(stall)) {
      ArrivalModel users = new ArrivalModel.ConstantUsers(10, stall.period().multipliedBy(periods));
      return Seen.of("10 users", LiveRun.of(LiveRun.plan(shop.baseUri(), users, ops, 1), 1));
    }
  }

  private static Storefront target(Stall stall) {
    return Storefront.start(StorefrontOptions.defaults().withLatency("fixed:1ms").withStall(stall));
  }

  @Override
  boolean holds() throws TargetException {
    Stall pauses = Stall.parse(stall);
    say(
        "Stalls of %s at %.0f requests/s, evenly spaced, %d periods; times in ms%n",
        stall, rate, periods);
    head("run", "time", "requests", "p50", "p90", "p95", "p99", "max");
    row(cells("theory", "response", "", quantiles(pauses)));
    Seen one = open(pauses, periods, rate, 1);
    Seen two = open(pauses, periods, rate, 2);
    Seen closed = closed(pauses, periods, rate);
    for (Seen seen : List.of(one, two)) {
      print(seen.name(), "response", seen.response());
      row(cells(seen.name(), "deviation", "", deviations(pauses, seen.response())));
      print(seen.name(), "service", seen.service());
      print(seen.name(), "the generator's lag", seen.lag());
    }
    print(closed.name() + ", closed loop", "response", closed.response());
    plot(picture(pauses, one, two, closed), "trust-stall");
    boolean holds = holds(pauses, one.response()) && holds(pauses, two.response());
    say(
        "%nBars: p50 <= 3 ms, p95 within 3 %%, p99 within 2 %%: %s",
        holds ? "hold" : "do NOT hold");
    return holds;
  }

  private static boolean holds(Stall stall, Histogram times) {
    return LiveRun.millis(times, 0.5) <= 3
        && Math.abs(LiveRun.millis(times, 0.95) / theory(stall, 0.95) - 1) <= 0.03
        && Math.abs(LiveRun.millis(times, 0.99) / theory(stall, 0.99) - 1) <= 0.02;
  }

  private void print(String name, String kind, Histogram times) {
    String[] values =
        Arrays.stream(QUANTILES)
            .mapToObj(q -> text("%.2f", LiveRun.millis(times, q)))
            .toArray(String[]::new);
    row(cells(name, kind, text("%,d", times.getTotalCount()), values));
  }

  private static String[] quantiles(Stall stall) {
    return Arrays.stream(QUANTILES)
        .mapToObj(q -> text("%.2f", theory(stall, q)))
        .toArray(String[]::new);
  }

  private static String[] deviations(Stall stall, Histogram times) {
    return Arrays.stream(QUANTILES)
        .mapToObj(q -> text("%+.1f %%", 100 * (LiveRun.millis(times, q) / theory(stall, q) - 1)))
        .toArray(String[]::new);
  }

  private static Object[] cells(String name, String kind, String count, String[] values) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(name, kind, count), Arrays.stream(values))
        .toArray();
  }

  private Plot picture(Stall pauses, Seen one, Seen two, Seen closed) {
    double[] q = IntStream.rangeClosed(0, 150).mapToDouble(i -> 0.85 + i / 1000.0).toArray();
    double[] percent = Arrays.stream(q).map(v -> 100 * v).toArray();
    return Plot.of("Stalls of " + stall + " at a constant rate", "percentile", "response time, ms")
        .line("theory", percent, Arrays.stream(q).map(v -> theory(pauses, v)).toArray())
        .points("Sluice, one loop", thin(percent), thin(of(one.response(), q)))
        .points("Sluice, two loops", thin(percent), thin(of(two.response(), q)))
        .line("its service time", percent, of(one.service(), q))
        .line("10 users, closed", percent, of(closed.response(), q));
  }

  private static double[] of(Histogram times, double[] q) {
    return Arrays.stream(q).map(v -> LiveRun.millis(times, v)).toArray();
  }

  private static double[] thin(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> i % 6 == 0)
        .mapToDouble(i -> values[i])
        .toArray();
  }
}
