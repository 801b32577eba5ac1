package io.sluice.k6.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a model that keeps every value; seeds are fixed. */
class MetricStorePropertyTest {
  private static final double[] PERCENTILES = {0, 1, 25, 50, 90, 95, 99, 99.9, 100};

  private final MetricRegistry registry = new MetricRegistry();
  private final Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
  private final Metric failed = registry.builtin(Builtins.HTTP_REQ_FAILED);
  private final Metric part = registry.part(duration, "kind:1");

  @Test
  void isExactForManyValuesAndAnyDrains() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      run(random, 1 + random.nextInt(3_000), 0);
    }
    run(new Random(99), TrendSink.EXACT / 2, 0);
  }

  @Test
  void isWithinItsBoundBeyond() {
    run(new Random(1), 3 * TrendSink.EXACT, 0.0005);
    run(new Random(2), 2 * TrendSink.EXACT + 17, 0.0005);
  }

  private void run(Random random, int samples, double bound) {
    List<Double> all = new ArrayList<>();
    List<Double> some = new ArrayList<>();
    double sum = 0;
    int passes = 0;
    MetricTotals totals = new MetricTotals();
    List<MetricStore> stores = List.of(new MetricStore(() -> 0), new MetricStore(() -> 0));
    TagSet root = TagSet.root();
    for (int i = 0; i < samples; i++) {
      MetricStore store = stores.get(random.nextInt(2));
      double value = Math.exp(random.nextGaussian() * 3) * (random.nextInt(50) == 0 ? -1 : 1);
      int kind = random.nextInt(3);
      TagSet tags = root.with("kind", Integer.toString(kind));
      store.add(duration, value, tags);
      store.add(failed, kind, tags);
      all.add(value);
      sum += value;
      passes += kind == 0 ? 0 : 1;
      if (kind == 1) {
        some.add(value);
      }
      if (random.nextInt(700) == 0) {
        store.drainTo(totals);
      }
    }
    stores.forEach(store -> store.drainTo(totals));

    compare(totals, duration, all, bound);
    compare(totals, part, some, bound);
    double avg = sum / samples;
    assertEquals(avg, of(totals, duration, Aggregation.AVG), Math.abs(avg) * 1e-9);
    assertEquals(passes, of(totals, failed, Aggregation.PASSES));
    assertEquals((double) passes / samples, of(totals, failed, Aggregation.RATE));
  }

  private static double of(MetricTotals totals, Metric metric, Aggregation what) {
    return totals.value(metric, what, 1).orElseThrow();
  }

  private static void compare(
      MetricTotals totals, Metric metric, List<Double> values, double bound) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    assertEquals(sorted.size(), of(totals, metric, Aggregation.COUNT));
    for (double p : PERCENTILES) {
      double i = p / 100 * (sorted.size() - 1);
      int low = (int) Math.floor(i);
      double expected = sorted.isEmpty() ? 0 : sorted.get(low);
      if (i > low) {
        expected += (sorted.get(low + 1) - sorted.get(low)) * (i - low);
      }
      double tolerance = sorted.size() <= TrendSink.EXACT ? 0 : Math.abs(expected) * bound + 1e-6;
      assertEquals(
          expected,
          of(totals, metric, Aggregation.percentile(p)),
          tolerance,
          () -> "p" + p + " of " + metric + ", " + sorted.size() + " values");
    }
  }

  @Test
  void comesOutTheSameHoweverItIsDrained() {
    for (int count : new int[] {1_000, TrendSink.EXACT, TrendSink.EXACT + 1, 200_000}) {
      double[] once = percentiles(count, Integer.MAX_VALUE);
      for (int every : new int[] {1_000, 7_919}) {
        double[] often = percentiles(count, every);
        for (int i = 0; i < once.length; i++) {
          assertEquals(once[i], often[i]);
        }
      }
    }
  }

  private double[] percentiles(int count, int drainEvery) {
    MetricTotals totals = new MetricTotals();
    MetricStore store = new MetricStore(() -> 0);
    Random random = new Random(count);
    for (int i = 1; i <= count; i++) {
      store.add(duration, random.nextDouble() * 1_000, TagSet.EMPTY);
      if (i % drainEvery == 0) {
        store.drainTo(totals);
      }
    }
    store.drainTo(totals);
    double[] result = new double[PERCENTILES.length + 1];
    for (int i = 0; i < PERCENTILES.length; i++) {
      result[i] = of(totals, duration, Aggregation.percentile(PERCENTILES[i]));
    }
    result[PERCENTILES.length] = of(totals, duration, Aggregation.AVG);
    return result;
  }

  @Test
  void reachesBeyondADayAndBeyondItsGreatestMagnitude() {
    MetricTotals totals = new MetricTotals();
    MetricStore store = new MetricStore(() -> 0);
    for (int i = 0; i < 2 * TrendSink.EXACT; i++) {
      store.add(duration, 2 * 86_400_000.0 + i, TagSet.EMPTY);
    }
    store.add(duration, 1e15, TagSet.EMPTY);
    store.drainTo(totals);

    double median = 2 * 86_400_000.0 + TrendSink.EXACT;
    assertEquals(median, of(totals, duration, Aggregation.MED), median * 0.0005);
    assertEquals(1e15, of(totals, duration, Aggregation.MAX));
  }
}
