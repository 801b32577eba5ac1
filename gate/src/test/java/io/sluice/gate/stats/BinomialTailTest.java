package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class BinomialTailTest {
  private static final MathContext DIGITS = new MathContext(50);

  /** P(from &lt;= X &lt;= to) by adding up exact terms. */
  private static double exact(int from, int to, int n, String share) {
    BigDecimal p = new BigDecimal(share);
    BigDecimal sum = BigDecimal.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int k = 0; k <= to; k++) {
      if (k >= from) {
        sum =
            sum.add(
                new BigDecimal(choose)
                    .multiply(p.pow(k, DIGITS), DIGITS)
                    .multiply(BigDecimal.ONE.subtract(p).pow(n - k, DIGITS), DIGITS),
                DIGITS);
      }
      choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
    }
    return sum.doubleValue();
  }

  @Test
  void equalsTheSumOfItsTerms() {
    for (String share : new String[] {"0.0001", "0.01", "0.05", "0.3", "0.95"}) {
      for (int n : new int[] {1, 7, 100, 400}) {
        for (int k : new int[] {0, 1, n / 20, n / 2, n - 1, n}) {
          double p = Double.parseDouble(share);
          double atLeast = exact(k, n, n, share);
          double atMost = exact(0, k, n, share);
          assertEquals(atLeast, BinomialTail.atLeast(k, n, p), 1e-10 * atLeast);
          assertEquals(atMost, BinomialTail.atMost(k, n, p), 1e-10 * atMost);
        }
      }
    }
  }

  @Test
  void hasEndsWhereNothingIsLeft() {
    assertEquals(1, BinomialTail.atLeast(0, 10, 0.3));
    assertEquals(0, BinomialTail.atLeast(11, 10, 0.3));
    assertEquals(0, BinomialTail.atLeast(1, 10, 0));
    assertEquals(1, BinomialTail.atLeast(10, 10, 1));
    assertEquals(1, BinomialTail.atMost(10, 10, 0.3));
    assertEquals(0, BinomialTail.atMost(-1, 10, 0.3));
    assertEquals(1, BinomialTail.atMost(0, 10, 0));
    assertEquals(0, BinomialTail.atMost(9, 10, 1));
  }

  @Test
  void holdsForTheLargestRuns() {
    double n = 1e8;
    // the normal approximation is exact to a few 1e-5 here; continuity-corrected
    assertEquals(0.5, BinomialTail.atMost(1e6, n, 0.01), 1e-3);
    assertEquals(0.025, BinomialTail.atLeast(1e6 + 1.96 * Math.sqrt(0.99e6), n, 0.01), 1e-3);
  }
}
