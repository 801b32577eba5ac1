package io.sluice.gate.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Times;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class PairedTest {
  private static final int SECONDS = 60;

  private static Slice slice(long failed, double... millis) {
    Histogram times = Times.fresh();
    for (double time : millis) {
      Times.record(times, (long) (time * 1e6));
    }
    long all = failed + millis.length;
    return Slice.of(times, failed, all, failed, millis.length);
  }

  private static MetricComparison compare(Metric metric, Slice[] a, Slice[] b) {
    Frame frame = new Frame(0, 1_000_000_000L, a.length, Frame.Tail.KEPT);
    MetricComparer comparer = new MetricComparer(Criteria.DEFAULT, frame, LabelSwap.DRAWS);
    return comparer.compare(
        metric,
        switch (metric) {
          case Metric.Quantile quantile -> PairedTimes.of(quantile.q(), a, b);
          case Metric.Mean _ -> PairedRatio.means(a, b);
          case Metric.ErrorRate _ -> PairedRatio.errors(a, b);
          case Metric.Throughput _ -> PairedRatio.throughput(a, b, 1);
        });
  }

  private static Slice[] arm(long seed, double factor) {
    return Simulated.independent(SECONDS, 200).slices(seed, factor);
  }

  @Test
  void quantilesOfAnyStretchAreThoseOfItsSamples() {
    Slice[] a = {slice(0, 10, 20), slice(1, 30), slice(0), slice(0, 40, 50, 60)};
    Paired paired = PairedTimes.of(0.5, a, a);
    assertEquals(10e6, Math.exp(paired.value(Side.A, 0, 1)), 0.01e6);
    assertEquals(40e6, Math.exp(paired.value(Side.A, 0, 4)), 0.05e6, "rank 3.5 of 7");
    assertEquals(30e6, Math.exp(paired.value(Side.A, 1, 2)), 0.03e6);
    assertTrue(Double.isNaN(paired.value(Side.A, 2, 3)));
    Paired tail = PairedTimes.of(0.95, a, a);
    assertEquals(Double.POSITIVE_INFINITY, tail.value(Side.B, 0, 2), "the failed one");
    assertEquals(0, tail.difference(0, 2), "two of the same infinity");
  }

  @Test
  void insideABucketItIsInterpolatedOnLogarithms() {
    // 100.0 ms stands for a bucket of 64 µs: 99,968 to 100,031 µs, times rounded up
    Slice[] a = {slice(0, 100, 100, 100, 100)};
    double low = Math.exp(PairedTimes.of(0.01, a, a).value(Side.A, 0, 1));
    double middle = Math.exp(PairedTimes.of(0.5, a, a).value(Side.A, 0, 1));
    double high = Math.exp(PairedTimes.of(0.99, a, a).value(Side.A, 0, 1));
    assertTrue(low < middle && middle < high);
    assertEquals(Math.sqrt(low * high), middle, 1);
    assertEquals(100e6, middle, 0.1e6);
  }

  @Test
  void pullsSumToNothing() {
    for (Paired paired :
        List.of(
            PairedTimes.of(0.9, arm(1, 1), arm(2, 1.5)),
            PairedRatio.means(arm(1, 1), arm(2, 1.5)),
            PairedRatio.throughput(arm(1, 1), arm(2, 1), 1))) {
      assertEquals(0, Arrays.stream(paired.pulls()).sum(), 1e-9);
    }
  }

  @Test
  void swappingAllBlocksSwapsTheArms() {
    Paired paired = PairedTimes.of(0.95, arm(1, 1), arm(2, 1.2));
    SwapStatistic swaps = paired.swaps(new Blocks(12, SECONDS));
    boolean[] all = new boolean[12];
    double observed = swaps.of(all);
    assertEquals(paired.difference(0, SECONDS), observed, 1e-12);
    Arrays.fill(all, true);
    assertEquals(-observed, swaps.of(all), 1e-12);
  }

  @Test
  void swappingSomeBlocksPoolsTheSwapped() {
    Slice[] a = arm(1, 1);
    Slice[] b = arm(2, 1.3);
    boolean[] third = new boolean[12];
    third[2] = true;
    double swapped = PairedTimes.of(0.9, a, b).swaps(new Blocks(12, SECONDS)).of(third);
    for (int s = 10; s < 15; s++) {
      Slice kept = a[s];
      a[s] = b[s];
      b[s] = kept;
    }
    assertEquals(PairedTimes.of(0.9, a, b).difference(0, SECONDS), swapped, 1e-12);
  }

  @Test
  void swappingTheArmsTurnsTheSign() {
    Slice[] a = Simulated.independent(120, 200).slices(1, 1);
    Slice[] b = Simulated.independent(120, 200).slices(2, 1.25);
    for (Metric metric : List.of(new Metric.Quantile(0.95), new Metric.Mean())) {
      MetricComparison there = compare(metric, a, b);
      MetricComparison back = compare(metric, b, a);
      assertEquals(1, (1 + there.difference()) * (1 + back.difference()), 1e-9);
      assertEquals(1, (1 + there.interval().low()) * (1 + back.interval().high()), 1e-9);
      assertEquals(there.p(), back.p());
      assertEquals(Change.REGRESSION, there.change(), there.reason());
      assertEquals(Change.IMPROVED, back.change(), back.reason());
    }
  }

  @Test
  void scalingAllTimesOfBShowsTheRatio() {
    Slice[] a = arm(1, 1);
    for (double q : new double[] {0.5, 0.95, 0.99}) {
      MetricComparison scaled = compare(new Metric.Quantile(q), a, arm(1, 1.2));
      assertEquals(0.2, scaled.difference(), 0.002, "a bucket is 0.1 % wide");
      assertEquals(0.2, scaled.b() / scaled.a() - 1, 0.002);
    }
  }

  @Test
  void theOrderOfBlocksDoesNotMatter() {
    Slice[] a = arm(1, 1);
    Slice[] b = arm(2, 1.1);
    Blocks blocks = new Blocks(12, SECONDS);
    List<Integer> order = new java.util.ArrayList<>();
    for (int j = 0; j < 12; j++) {
      order.add(j);
    }
    Collections.shuffle(order, new Random(5));
    Slice[] otherA = new Slice[SECONDS];
    Slice[] otherB = new Slice[SECONDS];
    for (int s = 0; s < SECONDS; s++) {
      otherA[s] = a[order.get(s / 5) * 5 + s % 5];
      otherB[s] = b[order.get(s / 5) * 5 + s % 5];
    }
    double[] d = blocks.differences(PairedTimes.of(0.95, a, b));
    double[] other = blocks.differences(PairedTimes.of(0.95, otherA, otherB));
    assertEquals(HodgesLehmann.of(d, 0.025), HodgesLehmann.of(other, 0.025));
  }

  @Test
  void superiorityIsMannWhitneysU() {
    double[] a = {1, 2, 2, 3, 8};
    double[] b = {2, 4, 5, 9};
    double u = new MannWhitneyUTest().mannWhitneyU(a, b); // the larger of both U
    double expected = u / (a.length * b.length);
    Slice[] sliceA = {slice(0, a)};
    Slice[] sliceB = {slice(0, b)};
    assertEquals(expected, PairedTimes.of(0.5, sliceA, sliceB).superiority(), 1e-12);
    assertEquals(1 - expected, PairedTimes.of(0.5, sliceB, sliceA).superiority(), 1e-12);
    // a failed request is slower than any, and as slow as another failed one
    Slice[] failed = {slice(1)};
    assertEquals(1, PairedTimes.of(0.5, sliceA, failed).superiority());
    assertEquals(0.5, PairedTimes.of(0.5, failed, failed).superiority());
  }

  @Test
  void moreFailuresThanAPercentileLeavesOutMakeItInfinite() {
    Slice[] a = arm(1, 1);
    Slice[] b = new Slice[SECONDS];
    double[] times = DoubleStream.iterate(15, t -> t + 0.1).limit(190).toArray();
    Arrays.fill(b, slice(10, times));
    MetricComparison p96 = compare(new Metric.Quantile(0.96), a, b);
    assertEquals(Double.POSITIVE_INFINITY, p96.b());
    assertEquals(Double.POSITIVE_INFINITY, p96.difference());
    assertEquals(Change.REGRESSION, p96.change(), p96.reason());
    MetricComparison both = compare(new Metric.Quantile(0.96), b, b);
    assertEquals(0, both.difference());
    assertEquals(1, both.p());
  }

  @Test
  void errorRatesOfNothingAreEqualWhereRequestsAreEnough() {
    Slice[] many = arm(1, 1);
    MetricComparison none = compare(new Metric.ErrorRate(), many, arm(2, 1));
    assertEquals(0, none.difference());
    assertEquals(1, none.p());
    assertEquals(Change.NO_REGRESSION, none.change(), none.reason());

    Slice[] few = new Slice[SECONDS];
    Arrays.fill(few, slice(0, 10, 11));
    assertEquals(Change.INCONCLUSIVE, compare(new Metric.ErrorRate(), few, few).change());
  }

  @Test
  void moreErrorsAreFound() {
    Slice[] a = new Slice[SECONDS];
    Slice[] b = new Slice[SECONDS];
    for (int s = 0; s < SECONDS; s++) {
      double[] times = new double[98];
      Arrays.fill(times, 10);
      a[s] = slice(s % 2, times);
      b[s] = slice(2 + s % 2, times);
    }
    MetricComparison worse = compare(new Metric.ErrorRate(), a, b);
    assertEquals(0.0196, worse.difference(), 0.0005);
    assertEquals(Change.REGRESSION, worse.change(), worse.reason());
    assertEquals(Change.IMPROVED, compare(new Metric.ErrorRate(), b, a).change());
  }

  @Test
  void lowerThroughputIsWorse() {
    Slice[] a = new Slice[SECONDS];
    Slice[] b = new Slice[SECONDS];
    for (int s = 0; s < SECONDS; s++) {
      a[s] = Simulated.independent(1, 100 + s % 3).slices(s, 1)[0];
      b[s] = Simulated.independent(1, 80 + s % 3).slices(s, 1)[0];
    }
    MetricComparison lower = compare(new Metric.Throughput(), a, b);
    assertEquals(-0.198, lower.difference(), 0.003);
    assertEquals(Change.REGRESSION, lower.change(), lower.reason());
    assertEquals(Change.IMPROVED, compare(new Metric.Throughput(), b, a).change());
  }

  @Test
  void aDifferenceUnderAMillisecondDoesNotMatter() {
    Slice[] a = arm(1, 0.1); // a median of 2 ms
    MetricComparison slower = compare(new Metric.Quantile(0.5), a, arm(2, 0.13));
    assertEquals(0.3, slower.difference(), 0.05);
    assertEquals(0.5, slower.margin(), 0.03);
    assertEquals(Change.NO_REGRESSION, slower.change(), slower.reason());
  }

  @Test
  void tooShortArmsDecideNothingAndSayWhatWould() {
    Slice[] a = Simulated.independent(40, 200).slices(1, 1);
    MetricComparison same = compare(new Metric.Quantile(0.5), a, a);
    assertEquals(Change.INCONCLUSIVE, same.change());
    assertEquals(
        "40s are too short: at least 10 blocks of 5s are needed; about 10 more seconds of each"
            + " would settle it",
        same.reason());
    assertEquals(0, same.difference());
    assertTrue(Double.isNaN(same.p()));
  }

  @Test
  void fewRequestsInTheTailNeedLongBlocks() {
    Slice[] a = Simulated.independent(60, 20).slices(1, 1);
    MetricComparison p99 = compare(new Metric.Quantile(0.99), a, a);
    // 20 requests beyond p99 of 20/s take 100 s
    assertEquals(
        "60s are too short: at least 10 blocks of 100s are needed; about 16 more minutes of each"
            + " would settle it",
        p99.reason());
  }

  @Test
  void armsWithoutRequestsCannotBeCompared() {
    Slice[] none = new Slice[SECONDS];
    Arrays.fill(none, Slice.EMPTY);
    for (Metric metric :
        List.of(new Metric.Quantile(0.5), new Metric.Mean(), new Metric.ErrorRate())) {
      MetricComparison nothing = compare(metric, none, arm(1, 1));
      assertEquals(Change.INCONCLUSIVE, nothing.change());
      assertEquals("no requests to compare", nothing.reason());
    }
  }
}
