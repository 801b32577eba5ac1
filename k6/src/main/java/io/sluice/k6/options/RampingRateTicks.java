package io.sluice.k6.options;

import java.util.List;

/**
 * When the iterations of a ramping arrival rate are due: the i-th, from 1, when the area under the
 * rate reaches i; the first is not at the start.
 *
 * <p>In a stage from rate a to rate b over a time D, before which s iterations were due, the i-th
 * comes after x with a x + (b - a) x² / 2D = i - s, so
 *
 * <pre>x = (a D - sqrt(D (a² D + 2 (i - s) (b - a)))) / (a - b)</pre>
 *
 * and after (i - s) / b where a = b.
 */
public final class RampingRateTicks {
  private final double[] rates;
  private final long[] starts;
  private final double[] lengths;
  private final double[] done;

  private RampingRateTicks(double[] rates, long[] starts, double[] lengths, double[] done) {
    this.rates = rates;
    this.starts = starts;
    this.lengths = lengths;
    this.done = done;
  }

  /** The ticks of a scenario. */
  public static RampingRateTicks of(RampingArrivalRate scenario) {
    List<Stage> stages = scenario.stages();
    int n = stages.size();
    double[] rates = new double[n + 1];
    long[] starts = new long[n];
    double[] lengths = new double[n];
    double[] done = new double[n + 1];
    double unit = (double) scenario.timeUnitNanos();
    rates[0] = scenario.startRate() / unit;
    long start = 0;
    for (int i = 0; i < n; i++) {
      starts[i] = start;
      start += stages.get(i).durationNanos();
      lengths[i] = (double) stages.get(i).durationNanos();
      rates[i + 1] = stages.get(i).target() / unit;
      done[i + 1] =
          rates[i] == rates[i + 1]
              ? done[i] + lengths[i] * rates[i]
              : done[i] + lengths[i] * ((rates[i + 1] - rates[i]) / 2 + rates[i]);
    }
    return new RampingRateTicks(rates, starts, lengths, done);
  }

  /** How many there are. */
  public long count() {
    return (long) done[done.length - 1];
  }

  /**
   * When one is due, in nanoseconds after the scenario's start; not decreasing.
   *
   * @param index from 0, less than {@link #count}
   */
  public long atNanos(long index) {
    double i = (double) (index + 1);
    int stage = 0;
    while (stage < lengths.length - 1 && i > done[stage + 1]) {
      stage++;
    }
    double a = rates[stage];
    double b = rates[stage + 1];
    double rest = i - done[stage];
    if (a == b) {
      return starts[stage] + (long) (rest / b);
    }
    double length = lengths[stage];
    double root = Math.sqrt(Math.max(0, length * (a * a * length + 2 * rest * (b - a))));
    return starts[stage] + (long) ((a * length - root) / (a - b));
  }
}
