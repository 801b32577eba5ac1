package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.Objective;
import io.sluice.model.run.Times;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBucketsTest {
  private final TimeBuckets buckets =
      new TimeBuckets(Bounds.ofResponses(List.of(Objective.parse("p95 < 430ms"))));

  private long upTo(double seconds) {
    for (int i = 0; i < buckets.bounds().size(); i++) {
      if (buckets.bounds().seconds(i) == seconds) {
        return buckets.cumulative().get(i);
      }
    }
    throw new AssertionError("no bound at " + seconds);
  }

  /** A time in the histogram's bucket that holds the limit is not over it, as for the gate. */
  @ParameterizedTest
  @CsvSource({"430000000, 1", "429999000, 1", "430079000, 1", "430080000, 0", "0, 1", "1, 1"})
  void aLimitIsABound(long nanos, long within) {
    Histogram times = Times.fresh();
    Times.record(times, nanos);

    buckets.add(times);

    assertEquals(within, upTo(0.43));
  }

  @Test
  void countsAreThoseOfTheHistogram() {
    SplittableRandom random = new SplittableRandom(11);
    Histogram all = Times.fresh();
    double sum = 0;
    for (int interval = 0; interval < 40; interval++) {
      Histogram times = Times.fresh();
      for (int i = 0; i < 300; i++) {
        long nanos = Math.round(50e6 * StrictMath.exp(2 * random.nextGaussian()));
        Times.record(times, nanos);
        sum += nanos / 1e9;
      }
      all.add(times);
      buckets.add(times);
      buckets.add(Times.empty());
    }

    assertEquals(12_000, buckets.cumulative().getLast());
    for (int i = 0; i < buckets.bounds().size(); i++) {
      long micros = Math.round(buckets.bounds().seconds(i) * 1e6);
      assertEquals(all.getCountBetweenValues(0, micros), buckets.cumulative().get(i));
    }
    assertEquals(sum, buckets.sumSeconds(), 0.001 * sum);
  }

  @Test
  void timesBeyondTheLastBoundAreInTheInfiniteBucket() {
    Histogram times = Times.fresh();
    Times.record(times, 61_000_000_000L);
    Times.record(times, 7_200_000_000_000L);

    buckets.add(times);

    assertEquals(0, upTo(60));
    assertEquals(2, buckets.cumulative().getLast());
  }
}
