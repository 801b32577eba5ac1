package io.sluice.gate.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Keeps the chance of any false alarm among several tests at one level (Holm 1979): p-values in
 * ascending order are rejected as long as the j-th of J is at most alpha / (J - j + 1).
 */
public final class Holm {
  private Holm() {}

  /** Which of the hypotheses are rejected. */
  public static boolean[] rejected(double[] p, double alpha) {
    boolean[] rejected = new boolean[p.length];
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int j = 0; j < order.length && p[order[j]] <= alpha / (order.length - j); j++) {
      rejected[order[j]] = true;
    }
    return rejected;
  }
}
