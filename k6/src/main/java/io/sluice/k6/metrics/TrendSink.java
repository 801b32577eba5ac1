package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a trend's values: each value up to {@value #EXACT} of them, a histogram
 * beyond.
 *
 * <p>Count, mean, least and greatest value are always exact. A percentile p of n values, sorted
 * from v[0], is v[i] at i = p/100 (n-1), interpolated linearly between neighbours: exactly so while
 * the values are kept, within {@link TrendHistogram}'s bound after. Which of the two it is depends
 * on the number of values alone, not on how they came together.
 */
final class TrendSink implements Sink {
  static final int EXACT = 1 << 16;

  private double[] values = new double[64];
  private int kept;
  private @Nullable TrendHistogram histogram;
  private final Sum sum = new Sum();
  private long samples;
  private double min;
  private double max;
  private boolean sorted;

  @Override
  public void add(double value) {
    min = samples == 0 ? value : Math.min(min, value);
    max = samples == 0 ? value : Math.max(max, value);
    samples++;
    sum.add(value);
    keep(value);
  }

  private void keep(double value) {
    if (histogram != null) {
      histogram.add(value);
      return;
    }
    if (kept == EXACT) {
      toHistogram().add(value);
      return;
    }
    if (kept == values.length) {
      values = Arrays.copyOf(values, kept * 2);
    }
    values[kept++] = value;
    sorted = false;
  }

  private TrendHistogram toHistogram() {
    if (histogram == null) {
      histogram = new TrendHistogram();
      for (int i = 0; i < kept; i++) {
        histogram.add(values[i]);
      }
      kept = 0;
      values = new double[0];
    }
    return histogram;
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public void merge(Sink other) {
    TrendSink that = (TrendSink) other;
    if (that.samples == 0) {
      return;
    }
    min = samples == 0 ? that.min : Math.min(min, that.min);
    max = samples == 0 ? that.max : Math.max(max, that.max);
    samples += that.samples;
    sum.add(that.sum);
    if (that.histogram != null) {
      toHistogram().add(that.histogram);
    } else {
      for (int i = 0; i < that.kept; i++) {
        keep(that.values[i]);
      }
    }
  }

  /** Keeps the histogram, if it came to one: the whole run has more than enough values then. */
  @Override
  public void reset() {
    samples = 0;
    kept = 0;
    sum.reset();
    if (histogram != null) {
      histogram.reset();
    }
  }

  @Override
  public OptionalDouble value(Aggregation what, long elapsedNanos) {
    boolean any = samples > 0;
    return switch (what.kind()) {
      case COUNT -> OptionalDouble.of((double) samples);
      case AVG -> OptionalDouble.of(any ? sum.value() / (double) samples : 0);
      case MIN -> OptionalDouble.of(any ? min : 0);
      case MAX -> OptionalDouble.of(any ? max : 0);
      case MED -> OptionalDouble.of(percentile(50));
      case PERCENTILE -> OptionalDouble.of(percentile(what.percentile()));
      default -> OptionalDouble.empty();
    };
  }

  private double percentile(double p) {
    if (samples == 0) {
      return 0;
    }
    double i = p / 100 * (double) (samples - 1);
    long below = (long) Math.floor(i);
    double share = i - (double) below;
    if (histogram != null) {
      return Math.clamp(histogram.between(below, share), min, max);
    }
    if (!sorted) {
      Arrays.sort(values, 0, kept);
      sorted = true;
    }
    double j = values[(int) below];
    return share == 0 ? j : j + (values[(int) below + 1] - j) * share;
  }
}
