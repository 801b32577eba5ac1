package io.sluice.gate.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic on numbers as people wrote them: 1 - 0.9 is 0.1, and 7 % of 100 are 7, where binary
 * fractions say 0.09999999999999998 and 7.000000000000001.
 */
public final class Decimals {
  private Decimals() {}

  /** 1 - share. */
  public static double complement(double share) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
  }

  /** ceil(q n): the nearest rank of quantile q in n samples; 0 without samples. */
  public static long nearestRank(double q, long n) {
    return BigDecimal.valueOf(q)
        .multiply(BigDecimal.valueOf(n))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** Whether {@code share * samples >= bound}. */
  static boolean atLeast(double share, double samples, double bound) {
    return BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(samples))
            .compareTo(BigDecimal.valueOf(bound))
        >= 0;
  }
}
