package io.sluice.gate.compare;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import java.util.Locale;

/** Compares one metric of one request; Holm's adjustment comes after all of them. */
final class MetricComparer {
  /** Shorter blocks remember each other, whatever the samples say. */
  private static final double SHORTEST_BLOCK_SECONDS = 5;

  private final Criteria criteria;
  private final Frame frame;
  private final int draws;

  /**
   * Compares.
   *
   * @param draws label swaps at random: enough for Holm's smallest level
   */
  MetricComparer(Criteria criteria, Frame frame, int draws) {
    this.criteria = criteria;
    this.frame = frame;
    this.draws = draws;
  }

  double sliceSeconds() {
    return frame.sliceSeconds();
  }

  MetricComparison compare(Metric metric, Paired paired) {
    int m = paired.slices();
    double a = paired.value(Side.A, 0, m);
    double b = paired.value(Side.B, 0, m);
    double margin = criteria.margins().of(metric, value(metric, a));
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return finding(
          metric, a, b, Double.NaN, margin, Change.INCONCLUSIVE, "no requests to compare");
    }
    double length = BlockLength.of(paired, SHORTEST_BLOCK_SECONDS / frame.sliceSeconds());
    Blocks blocks = Blocks.of(m, length);
    double pooled = paired.difference(0, m);
    double blockSeconds = length * frame.sliceSeconds();
    if (blocks.count() < Blocks.FEWEST) {
      String why =
          String.format(
              Locale.ROOT,
              "%.0fs are too short: at least %d blocks of %.0fs are needed; %s",
              frame.seconds(),
              Blocks.FEWEST,
              blockSeconds,
              LongerRun.forBlocks(frame.seconds(), blockSeconds));
      return finding(metric, a, b, pooled, margin, Change.INCONCLUSIVE, why);
    }
    double tail = Decimals.complement(criteria.confidence()) / 2;
    HodgesLehmann shift = shift(metric, paired, blocks, tail, pooled);
    Bounds second = BootstrapT.of(paired, blocks, tail);
    double p = LabelSwap.p(paired.swaps(blocks), blocks.count(), draws);
    boolean lowerIsWorse = metric instanceof Metric.Throughput;
    Bounds worse = lowerIsWorse ? negative(shift.bounds()) : shift.bounds();
    Change change = Change.of(worse.low(), worse.high(), margin);
    MetricComparison compared =
        new MetricComparison(
            metric,
            value(metric, a),
            value(metric, b),
            share(metric, shift.estimate()),
            shares(metric, shift.bounds()),
            shares(metric, second),
            share(metric, margin),
            p,
            blocks.count(),
            (double) m / blocks.count() * frame.sliceSeconds(),
            change,
            "");
    double estimate = lowerIsWorse ? -shift.estimate() : shift.estimate();
    return compared.as(change, reason(compared, change, worse, estimate, margin));
  }

  private static HodgesLehmann shift(
      Metric metric, Paired paired, Blocks blocks, double tail, double pooled) {
    return metric instanceof Metric.ErrorRate && paired instanceof PairedRatio errors
        ? new HodgesLehmann(pooled, ScoreDifference.of(errors, blocks, tail))
        : HodgesLehmann.of(blocks.differences(paired), tail);
  }

  private String reason(
      MetricComparison compared, Change change, Bounds worse, double estimate, double margin) {
    String interval =
        "%s (%s to %s)"
            .formatted(
                compared.format(compared.difference()),
                compared.format(compared.interval().low()),
                compared.format(compared.interval().high()));
    return switch (change) {
      case REGRESSION -> interval + ", beyond the margin of " + compared.marginText();
      case IMPROVED -> interval + ", better by more than the margin of " + compared.marginText();
      case NO_REGRESSION -> interval + ", within the margin of " + compared.marginText();
      case INCONCLUSIVE -> {
        double half = estimate < margin ? worse.high() - estimate : estimate - worse.low();
        yield "%s: the interval holds the margin of %s; %s"
            .formatted(
                interval,
                compared.marginText(),
                LongerRun.forInterval(frame.seconds(), half, Math.abs(margin - estimate)));
      }
    };
  }

  private static MetricComparison finding(
      Metric metric, double a, double b, double d, double margin, Change change, String reason) {
    return new MetricComparison(
        metric,
        value(metric, a),
        value(metric, b),
        share(metric, d),
        Bounds.NONE,
        Bounds.NONE,
        share(metric, margin),
        Double.NaN,
        0,
        Double.NaN,
        change,
        reason);
  }

  /** From the scale of comparison to the metric's unit. */
  private static double value(Metric metric, double onScale) {
    return metric instanceof Metric.ErrorRate ? onScale : Math.exp(onScale);
  }

  /** From a difference on the scale of comparison to a share of A. */
  private static double share(Metric metric, double onScale) {
    return metric instanceof Metric.ErrorRate ? onScale : Math.expm1(onScale);
  }

  private static Bounds shares(Metric metric, Bounds onScale) {
    return new Bounds(share(metric, onScale.low()), share(metric, onScale.high()));
  }

  private static Bounds negative(Bounds bounds) {
    return new Bounds(-bounds.high(), -bounds.low());
  }
}
