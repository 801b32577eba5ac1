package io.sluice.gate.compare;

import java.util.SplittableRandom;

/**
 * The paired permutation test: where A and B are alike, each block might as well carry the other's
 * label. Of N blocks, all 2^N ways to swap labels are tried where they are few, else R at random:
 *
 * <pre>
 *  p = #{|Δ_r| &gt;= |Δ|} / 2^N              over all ways, the observed one included
 *  p = (1 + #{|Δ_r| &gt;= |Δ|}) / (R + 1)    over R ways at random
 * </pre>
 */
final class LabelSwap {
  /** With so few ways all are tried. */
  private static final int FEW = 4096;

  /** Ways that are tried at least where all are too many. */
  static final int DRAWS = 1999;

  private static final long SEED = 0x5eed;

  /** Two sums of the same counts in another order must not differ. */
  private static final double SAME = 1 - 1e-9;

  private LabelSwap() {}

  /**
   * The p-value of "A and B are alike".
   *
   * @param draws R
   */
  static double p(SwapStatistic statistic, int blocks, int draws) {
    double observed = Math.abs(statistic.of(new boolean[blocks])) * SAME;
    if (blocks < Integer.SIZE - 1 && 1 << blocks <= FEW) {
      int ways = 1 << blocks;
      int asFar = 0;
      for (int way = 0; way < ways; way++) {
        asFar += Math.abs(statistic.of(bits(way, blocks))) >= observed ? 1 : 0;
      }
      return (double) asFar / ways;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    boolean[] swapped = new boolean[blocks];
    int asFar = 1;
    for (int r = 0; r < draws; r++) {
      for (int j = 0; j < blocks; j++) {
        swapped[j] = random.nextBoolean();
      }
      asFar += Math.abs(statistic.of(swapped)) >= observed ? 1 : 0;
    }
    return asFar / (draws + 1.0);
  }

  private static boolean[] bits(int way, int blocks) {
    boolean[] bits = new boolean[blocks];
    for (int j = 0; j < blocks; j++) {
      bits[j] = (way >>> j & 1) == 1;
    }
    return bits;
  }
}
