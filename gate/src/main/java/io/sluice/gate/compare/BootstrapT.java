package io.sluice.gate.compare;

import io.sluice.gate.stats.Bounds;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The interval of the mean difference of blocks by the moving-block bootstrap-t (Künsch 1989, Hall
 * 1988): N blocks are drawn from all that adjacent slices can form, overlapping ones included, R
 * times;
 *
 * <pre>
 *  t* = (mean of the drawn - mean of all) / (sd of the drawn / √N)
 *  interval = mean d - t*_{1 - tail} sd d / √N … mean d - t*_{tail} sd d / √N
 * </pre>
 */
final class BootstrapT {
  private static final int DRAWS = 999;
  private static final long SEED = 0x51a1ce;

  private BootstrapT() {}

  /** The interval; none where a block has an infinite difference. */
  static Bounds of(Paired paired, Blocks blocks, double tail) {
    double[] d = blocks.differences(paired);
    double[] moving = new double[blocks.slices() - blocks.length() + 1];
    for (int s = 0; s < moving.length; s++) {
      moving[s] = paired.difference(s, s + blocks.length());
    }
    if (!finite(d) || !finite(moving)) {
      return Bounds.NONE;
    }
    double[] t = studentized(moving, d.length);
    double mean = mean(d);
    double error = deviation(d, mean) / Math.sqrt(d.length);
    int cut = (int) Math.floor(tail * (DRAWS + 1));
    return cut < 1
        ? Bounds.NONE
        : new Bounds(mean - t[DRAWS - cut] * error, mean - t[cut - 1] * error);
  }

  private static double[] studentized(double[] moving, int n) {
    SplittableRandom random = new SplittableRandom(SEED);
    double centre = mean(moving);
    double[] t = new double[DRAWS];
    double[] drawn = new double[n];
    for (int r = 0; r < DRAWS; r++) {
      for (int j = 0; j < n; j++) {
        drawn[j] = moving[random.nextInt(moving.length)];
      }
      double mean = mean(drawn);
      double error = deviation(drawn, mean) / Math.sqrt(n);
      t[r] = error > 0 ? (mean - centre) / error : 0;
    }
    Arrays.sort(t);
    return t;
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
