package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few values or many: a histogram of times is what a plain one is, in every answer it gives. */
class TimeHistogramTest {
  private static Histogram plain() {
    Histogram histogram = new Histogram(Times.DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  private static void assertSame(Histogram plain, Histogram times) {
    assertEquals(plain, times);
    assertEquals(plain.getTotalCount(), times.getTotalCount());
    assertEquals(plain.getMean(), times.getMean());
    assertEquals(plain.getMaxValue(), times.getMaxValue());
    assertEquals(plain.getMinValue(), times.getMinValue());
    assertEquals(plain.getValueAtPercentile(95), times.getValueAtPercentile(95));
    for (long[] edges : new long[][] {{0, 0}, {0, 5_000}, {5_001, 70_000}, {70_001, 9_000_000}}) {
      assertEquals(
          plain.getCountBetweenValues(edges[0], edges[1]),
          times.getCountBetweenValues(edges[0], edges[1]));
    }
    assertEquals(buckets(plain), buckets(times));
  }

  private static List<String> buckets(Histogram histogram) {
    List<String> buckets = new ArrayList<>();
    Times.forEachBucket(histogram, (micros, count) -> buckets.add(micros + "x" + count));
    return buckets;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 2, TimeHistogram.FEW - 1, TimeHistogram.FEW, TimeHistogram.FEW + 1, 3000})
  void isWhatAPlainOneIs(int values) {
    Histogram plain = plain();
    Histogram times = Times.fresh();
    SplittableRandom random = new SplittableRandom(values);
    for (int i = 0; i < values; i++) {
      long micros = (long) (20_000 * Math.exp(2 * random.nextGaussian()));
      plain.recordValue(micros);
      times.recordValue(micros);
    }
    assertSame(plain, times);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 100, 400})
  void addsUpAsPlainOnesDo(int each) {
    Histogram plain = plain();
    Histogram times = Times.fresh();
    SplittableRandom random = new SplittableRandom(each);
    for (int part = 0; part < 4; part++) {
      Histogram plainPart = plain();
      Histogram timesPart = Times.fresh();
      for (int i = 0; i < each; i++) {
        long micros = random.nextLong(2_000_000);
        plainPart.recordValueWithCount(micros, 1 + i % 3);
        timesPart.recordValueWithCount(micros, 1 + i % 3);
      }
      plain.add(plainPart);
      times.add(timesPart);
      times.add(plain()); // of another kind, and empty
      assertSame(plain, times);
    }
    Histogram copy = times.copy();
    assertSame(plain, copy);
  }

  @Test
  void startsAnewWhenItIsReset() {
    Histogram plain = plain();
    Histogram times = Times.fresh();
    for (int i = 0; i < 2 * TimeHistogram.FEW; i++) {
      times.recordValue(i);
    }
    times.reset();
    assertSame(plain, times);
    plain.recordValue(7_000);
    times.recordValue(7_000);
    assertSame(plain, times);
    assertTrue(Times.fresh().equals(plain()));
  }

  @Test
  void givesBackWhatWasAdded() {
    Histogram rest = Times.fresh();
    Histogram part = Times.fresh();
    rest.recordValue(100);
    rest.recordValue(3_000);
    part.recordValue(3_000);
    rest.subtract(part);
    Histogram plain = plain();
    plain.recordValue(100);
    assertEquals(1, rest.getTotalCount());
    assertEquals(buckets(plain), buckets(rest));
  }
}
