package io.sluice.gate.compare;

/**
 * Slices 0 to m - 1 joined to N adjacent blocks of nearly the same length.
 *
 * @param count N
 * @param slices m
 */
record Blocks(int count, int slices) {
  /** With fewer blocks nothing is decided. */
  static final int FEWEST = 10;

  /** More would tell nothing more. */
  static final int MOST = 60;

  /** The first slice of a block; of block N, m. */
  int start(int block) {
    return (int) ((long) block * slices / count);
  }

  /** The length of the shortest of them, in slices. */
  int length() {
    return slices / count;
  }

  /** Blocks of at least a length in slices; none if it is longer than all slices. */
  static Blocks of(int slices, double length) {
    double longest = Math.max(length, (double) slices / MOST);
    return new Blocks((int) Math.floor(slices / longest + 1e-9), slices);
  }

  /** B - A of each block. */
  double[] differences(Paired paired) {
    double[] d = new double[count];
    for (int j = 0; j < count; j++) {
      d[j] = paired.difference(start(j), start(j + 1));
    }
    return d;
  }
}
