package io.sluice.gate.compare;

/**
 * ln of a quantile of the response times of both arms. Holds for every bucket x and slice s how
 * many samples of the slices before s lie in bucket x or below, so that any stretch of slices, or
 * any choice of blocks, is a few subtractions away.
 */
final class PairedTimes implements Paired {
  private static final double EVENTS_PER_BLOCK = 20;

  private final double q;
  private final Buckets buckets;
  private final Cumulative a;
  private final Cumulative b;

  private PairedTimes(double q, Buckets buckets, Cumulative a, Cumulative b) {
    this.q = q;
    this.buckets = buckets;
    this.a = a;
    this.b = b;
  }

  static PairedTimes of(double q, Slice[] a, Slice[] b) {
    Buckets buckets = new Buckets(a, b);
    return new PairedTimes(q, buckets, new Cumulative(buckets, a), new Cumulative(buckets, b));
  }

  /** Another quantile of the same times. */
  PairedTimes at(double other) {
    return new PairedTimes(other, buckets, a, b);
  }

  private Cumulative arm(Side side) {
    return side == Side.A ? a : b;
  }

  @Override
  public int slices() {
    return a.slices();
  }

  @Override
  public double value(Side side, int from, int to) {
    Cumulative arm = arm(side);
    return buckets.logQuantile(q, arm.all(from, to), x -> arm.upTo(x, from, to));
  }

  @Override
  public double[] pulls() {
    int m = slices();
    long all = a.all(0, m) + b.all(0, m);
    int x = buckets.indexAt(q, all, i -> a.upTo(i, 0, m) + b.upTo(i, 0, m));
    double[] pulls = new double[m];
    for (int s = 0; s < m; s++) {
      pulls[s] = b.excess(x, s) - a.excess(x, s);
    }
    return pulls;
  }

  @Override
  public double slicesNeeded() {
    int m = slices();
    double perSlice = Math.min(a.all(0, m), b.all(0, m)) * Math.min(q, 1 - q) / m;
    return EVENTS_PER_BLOCK / perSlice;
  }

  @Override
  public SwapStatistic swaps(Blocks blocks) {
    int m = slices();
    int n = blocks.count();
    // what a swap of block j adds to A, bucket by bucket, and to its samples
    long[] gain = new long[buckets.size() * n];
    long[] more = new long[n];
    for (int j = 0; j < n; j++) {
      int from = blocks.start(j);
      int to = blocks.start(j + 1);
      more[j] = b.all(from, to) - a.all(from, to);
      for (int x = 0; x < buckets.size(); x++) {
        gain[x * n + j] = b.upTo(x, from, to) - a.upTo(x, from, to);
      }
    }
    return swapped -> {
      long allA = a.all(0, m) + sum(more, 0, swapped);
      long allB = b.all(0, m) - sum(more, 0, swapped);
      return Paired.minus(
          buckets.logQuantile(q, allB, x -> b.upTo(x, 0, m) - sum(gain, x * n, swapped)),
          buckets.logQuantile(q, allA, x -> a.upTo(x, 0, m) + sum(gain, x * n, swapped)));
    };
  }

  private static long sum(long[] values, int first, boolean[] chosen) {
    long sum = 0;
    for (int j = 0; j < chosen.length; j++) {
      sum += chosen[j] ? values[first + j] : 0;
    }
    return sum;
  }

  /**
   * P(B &gt; A) + P(B = A) / 2 of a request of each arm (Vargha and Delaney 2000): 0.5 where none
   * tends to be slower. Requests without a time are equal to each other. Not a number without
   * samples.
   */
  double superiority() {
    int m = slices();
    double allA = a.all(0, m);
    double allB = b.all(0, m);
    double wins = 0;
    double belowA = 0;
    double belowB = 0;
    for (int x = 0; x < buckets.size(); x++) {
      double inB = b.upTo(x, 0, m) - belowB;
      double inA = a.upTo(x, 0, m) - belowA;
      wins += inB * (belowA + inA / 2);
      belowA += inA;
      belowB += inB;
    }
    wins += (allB - belowB) * (belowA + (allA - belowA) / 2);
    return wins / (allA * allB);
  }
}
