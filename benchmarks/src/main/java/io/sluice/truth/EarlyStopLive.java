package io.sluice.truth;

import io.sluice.engine.StopSignal;
import io.sluice.engine.TargetException;
import io.sluice.gate.EarlyStop;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import io.sluice.scenarios.query.BodyQueries;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How soon a run ends that cannot pass. It is certain from the moment at which more than 5 % of all
 * planned requests were over the limit of p95, by the server's own log; statistics may know it
 * earlier.
 */
@Command(name = "EarlyStopLive", description = "How soon a run that must fail is ended.")
final class EarlyStopLive extends Experiment {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final double ALLOWED = 0.05;
  private static final double RATE = 100;
  private static final double MOST_SECONDS = 10;

  @Option(names = "--seconds", description = "How long the run would be.")
  private int seconds = 300;

  public static void main(String[] arguments) {
    run(new EarlyStopLive(), arguments);
  }

  /**
   * How a run ended.
   *
   * @param ended seconds from the first request at the server
   * @param certain when it was certain, in seconds; infinite if it was ended before
   */
  record Row(String law, int planned, double ended, double certain, RunEnd end) {
    boolean holds() {
      return end.reason() == RunEnd.Reason.STOPPED && ended <= certain + MOST_SECONDS;
    }
  }

  /** Runs against a law of latency until it is stopped. */
  static Row of(String law, int seconds) throws TargetException {
    StorefrontOptions options =
        StorefrontOptions.defaults().withLatency(law).withRecording(Recording.EACH_REQUEST);
    try (Storefront shop = Storefront.start(options)) {
      LoadPlan plan =
          LiveRun.plan(
                  shop.baseUri(),
                  LiveRun.rate(RATE, Spacing.POISSON, Duration.ofSeconds(seconds)),
                  LiveRun.GET,
                  1,
                  "p95 < 2s")
              .withAbort(new AbortRule(AbortRule.When.CERTAIN, Duration.ZERO));
      EarlyStop early = EarlyStop.of(plan, 0.95);
      StopSignal stop = new StopSignal();
      RunResult run =
          LiveRun.of(
              plan,
              1,
              new BodyQueries(),
              stop,
              interval -> {
                String certain = early.take(interval);
                if (!certain.isEmpty()) {
                  stop.stop(RunEnd.Reason.STOPPED, certain);
                }
              });
      RequestLog log = shop.truth().log();
      return new Row(law, seconds, run.end().nanos() / 1e9, certain(log, seconds), run.end());
    }
  }

  /** When the request over the limit arrived that is one too many, and the limit after it. */
  private static double certain(RequestLog log, int seconds) {
    long first = IntStream.range(0, log.size()).mapToLong(log::arrivalNanos).min().orElse(0);
    long tooMany = (long) (ALLOWED * RATE * seconds) + 1;
    return IntStream.range(0, log.size())
        .filter(row -> log.timeInServerNanos(row) > LIMIT.toNanos())
        .mapToLong(log::arrivalNanos)
        .sorted()
        .skip(tooMany - 1)
        .mapToDouble(at -> (at + LIMIT.toNanos() - first) / (double) TimeUnit.SECONDS.toNanos(1))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Override
  boolean holds() throws TargetException {
    say("%.0f requests/s, Poisson, p95 < 2s, abort when certain, no grace%n", RATE);
    head("latency", "planned", "certain by count", "ended", "why");
    boolean holds = print(of("bimodal:5ms,3s,12.5%", seconds));
    holds &= print(of("fixed:3s", 60));
    say("%nBar: ended within 10 s of being certain: %s", holds ? "holds" : "does NOT hold");
    return holds;
  }

  private boolean print(Row row) {
    row(
        "`" + row.law() + "`",
        row.planned() + " s",
        Double.isInfinite(row.certain()) ? "not yet" : text("after %.1f s", row.certain()),
        text("after %.1f s", row.ended()),
        row.end().detail());
    return row.holds();
  }
}
