package io.sluice.storefront.fault;

import java.util.Arrays;

/**
 * The path of a stationary Gaussian process AR(1) with variance 1. It is made as far as it was
 * asked for and kept, 8 bytes a step: threads that ask in another order than that of the steps see
 * the same path. Any thread may call it.
 */
final class AutoregressivePath {
  private final double rho;
  private final double innovation;
  private final SeededStream random;
  private double[] values = new double[64];
  private int made;

  AutoregressivePath(double rho, long seed) {
    this.rho = rho;
    this.innovation = Math.sqrt(1 - rho * rho);
    this.random = new SeededStream(seed);
  }

  /** The value of a step, which is numbered from 0. */
  synchronized double at(int step) {
    if (step >= values.length) {
      values = Arrays.copyOf(values, Math.max(step + 1, Math.multiplyExact(values.length, 2)));
    }
    for (; made <= step; made++) {
      double fresh = random.nextGaussian();
      values[made] = made == 0 ? fresh : rho * values[made - 1] + innovation * fresh;
    }
    return values[step];
  }
}
