package io.sluice.gate.compare;

/**
 * A statistic of both arms over any stretch of their slices. Its scale is one on which differences
 * are compared: logarithms for times and rates, shares for shares.
 */
sealed interface Paired permits PairedTimes, PairedRatio {
  /** How many slices each arm has. */
  int slices();

  /** The statistic of slices {@code from} to before {@code to}; not a number without samples. */
  double value(Side side, int from, int to);

  /**
   * How much each slice pulls the difference B - A of the whole, up to a constant: the linear part
   * of it. They sum to 0.
   */
  double[] pulls();

  /** How many slices hold enough samples to tell the statistic of a block. */
  double slicesNeeded();

  /** The difference B - A of the pooled arms after the labels of some blocks were swapped. */
  SwapStatistic swaps(Blocks blocks);

  /** B - A over a stretch. */
  default double difference(int from, int to) {
    return minus(value(Side.B, from, to), value(Side.A, from, to));
  }

  /** b - a, where two of the same infinity do not differ. */
  static double minus(double b, double a) {
    return a == b ? 0 : b - a;
  }
}
