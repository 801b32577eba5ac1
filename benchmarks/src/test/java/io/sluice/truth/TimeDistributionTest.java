package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class TimeDistributionTest {
  /** 1 ms to 100 ms. */
  private static final TimeDistribution HUNDRED =
      TimeDistribution.ofNanos(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000));

  private static Histogram moved(long micros) {
    Histogram times = new Histogram(3);
    LongStream.rangeClosed(1, 100).forEach(i -> times.recordValue(i * 1000 + micros));
    return times;
  }

  @Test
  void ranks() {
    assertEquals(100, HUNDRED.count());
    assertEquals(50, HUNDRED.millis(0.5));
    assertEquals(100, HUNDRED.millis(1));
    assertEquals(1, HUNDRED.millis(0.001));
    assertEquals(0, HUNDRED.share(999_999));
    assertEquals(0.01, HUNDRED.share(1_000_000));
    assertEquals(1, HUNDRED.share(Long.MAX_VALUE));
  }

  @Test
  void alikeIsNoDistance() {
    assertEquals(0, HUNDRED.kolmogorov(moved(0)), 1e-9);
    assertEquals(0, HUNDRED.beyond(moved(0), _ -> 0), 1e-9);
  }

  @Test
  void aShiftByTwoRanksIsTwoPercent() {
    assertEquals(0.02, HUNDRED.kolmogorov(moved(1500)), 1e-9);
    assertEquals(0.02, HUNDRED.kolmogorov(moved(-1500 + 1000)), 0.0101);
  }

  @Test
  void aShiftWithinTheToleranceIsNone() {
    assertEquals(0, HUNDRED.beyond(moved(300), _ -> 500_000), 1e-9);
    assertEquals(0.01, HUNDRED.beyond(moved(900), _ -> 500_000), 1e-9);
  }

  @Test
  void aLogWithoutAnswersIsEmpty() {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      assertEquals(0, TimeDistribution.of(shop.truth().log()).count());
    }
  }
}
