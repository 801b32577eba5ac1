package io.sluice.truth;

import io.sluice.engine.TargetException;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.run.RunResult;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the engine reports beside what the server's own log says of the same requests: service
 * times, which hold the way there and back, too. Nothing is subtracted for that way.
 */
@Command(
    name = "DistributionExperiment",
    description = "Reported service times beside the server's own log, for six laws.")
final class DistributionExperiment extends Experiment {
  private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999};
  private static final double RELATIVE = 0.02;
  private static final double ABSOLUTE_NANOS = 300_000;
  private static final double DISTANCE = 0.01;

  /** The laws, as the storefront reads them. */
  static final List<String> LAWS =
      List.of(
          "fixed:20ms",
          "uniform:5ms..45ms",
          "exponential:40ms",
          "lognormal:40ms,0.5",
          "bimodal:5ms,80ms,5%",
          "ar1:40ms,0.3,0.9,1s,0.3");

  @Option(names = "--seconds", description = "How long each law is measured.")
  private int seconds = 60;

  @Option(
      names = "--warmup",
      description = "Seconds of the first law before, against a server of its own: not measured.")
  private int warmup = 40;

  @Option(names = "--rate", description = "Requests a second, Poisson.")
  private double rate = 2000;

  @Option(names = "--seed", description = "Of arrivals and latencies.")
  private long seed = 1;

  public static void main(String[] arguments) {
    run(new DistributionExperiment(), arguments);
  }

  /**
   * A law as both sides saw it.
   *
   * @param service as the engine reports it, in microseconds
   * @param finished requests that the engine saw end
   */
  record Row(String law, TimeDistribution log, Histogram service, long finished) {
    /** Whether both sides saw as many requests. */
    boolean counted() {
      return finished == log.count() && service.getTotalCount() == log.count();
    }

    /** Whether all times that are exactly alike in the log make a distribution of steps. */
    boolean stepped() {
      return law.startsWith("fixed") || law.startsWith("bimodal");
    }

    double deviationMillis(double q) {
      return LiveRun.millis(service, q) - log.millis(q);
    }

    boolean near(double q) {
      return Math.abs(deviationMillis(q)) <= RELATIVE * log.millis(q) + ABSOLUTE_NANOS / 1e6;
    }

    double kolmogorov() {
      return log.kolmogorov(service);
    }

    double beyond() {
      return log.beyond(service, at -> (long) (RELATIVE * at + ABSOLUTE_NANOS));
    }

    boolean holds() {
      return counted()
          && Arrays.stream(QUANTILES).allMatch(this::near)
          && (stepped() ? beyond() : kolmogorov()) < DISTANCE;
    }
  }

  /** Measures one law with one loop. */
  static Row of(String law, double rate, int seconds, long seed) throws TargetException {
    StorefrontOptions options =
        StorefrontOptions.defaults()
            .withSeed(seed)
            .withLatency(law)
            .withRecording(Recording.EACH_REQUEST);
    try (Storefront shop = Storefront.start(options)) {
      RunResult run =
          LiveRun.of(
              LiveRun.plan(
                  shop.baseUri(),
                  LiveRun.rate(rate, Spacing.POISSON, Duration.ofSeconds(seconds)),
                  LiveRun.GET,
                  seed),
              1);
      return new Row(
          law,
          TimeDistribution.of(shop.truth().log()),
          LiveRun.all(run, LiveRun.Times.SERVICE),
          LiveRun.finished(run));
    }
  }

  @Override
  boolean holds() throws TargetException {
    say("%.0f requests/s, Poisson, %d s a law, seed %d; service times in ms,", rate, seconds, seed);
    say("as the engine reports them, and how far that is from the server's log; the process was");
    say("warmed up for %d s%n", warmup);
    head("law", "requests", "p50", "p90", "p99", "p99.9", "distance", "beyond tolerance", "holds");
    if (warmup > 0) {
      var _ = of(LAWS.getFirst(), rate, warmup, seed);
    }
    List<Row> rows = new ArrayList<>();
    for (String law : LAWS) {
      Row row = of(law, rate, seconds, seed);
      rows.add(row);
      print(row);
    }
    plot(picture(rows), "trust-distributions");
    boolean holds = rows.stream().allMatch(Row::holds);
    say(
        "%nBars: as many requests, quantiles within 2 %% + 0.3 ms, Kolmogorov distance < %.2f (of"
            + " laws whose delays are all alike: beyond that tolerance): %s",
        DISTANCE, holds ? "hold" : "do NOT hold");
    return holds;
  }

  private void print(Row row) {
    List<Object> cells = new ArrayList<>();
    cells.add("`" + row.law() + "`");
    cells.add(
        text("%,d", row.finished()) + (row.counted() ? "" : text(" (log %,d)", row.log().count())));
    for (double q : QUANTILES) {
      cells.add(text("%.3f (%+.3f)", LiveRun.millis(row.service(), q), row.deviationMillis(q)));
    }
    cells.add(text("%.4f", row.kolmogorov()));
    cells.add(text("%.4f", row.beyond()));
    cells.add(row.holds() ? "yes" : "NO");
    row(cells.toArray());
  }

  private static Plot picture(List<Row> rows) {
    Plot plot =
        Plot.of("Service times: the server's log and the engine", "ms", "share of requests")
            .logarithmic();
    double[] shares = IntStream.rangeClosed(1, 199).mapToDouble(i -> i / 200.0).toArray();
    double[] few = IntStream.rangeClosed(1, 9).mapToDouble(i -> i / 10.0).toArray();
    for (Row row : rows) {
      String name = row.law().substring(0, row.law().indexOf(':'));
      plot.line(name, Arrays.stream(shares).map(row.log()::millis).toArray(), shares);
    }
    for (Row row : rows) {
      String name = row.law().substring(0, row.law().indexOf(':'));
      plot.points(
          name + ", engine",
          Arrays.stream(few).map(q -> LiveRun.millis(row.service(), q)).toArray(),
          few);
    }
    return plot;
  }
}
