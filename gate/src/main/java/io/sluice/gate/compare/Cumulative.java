package io.sluice.gate.compare;

/** Samples of one arm, cumulated over buckets and slices. */
final class Cumulative {
  private final int slices;
  private final int buckets;
  private final long[] upTo;
  private final long[] all;

  Cumulative(Buckets scale, Slice[] arm) {
    slices = arm.length;
    buckets = scale.size();
    upTo = new long[buckets * (slices + 1)];
    all = new long[slices + 1];
    for (int s = 0; s < slices; s++) {
      Slice slice = arm[s];
      long timed = 0;
      for (int i = 0; i < slice.micros().length; i++) {
        upTo[scale.indexOf(slice.micros()[i]) * (slices + 1) + s + 1] += slice.counts()[i];
        timed += slice.counts()[i];
      }
      all[s + 1] = all[s] + timed + slice.untimed();
    }
    for (int x = 0; x < buckets; x++) {
      for (int s = 1; s <= slices; s++) {
        int at = x * (slices + 1) + s;
        // in bucket x: what is before slice s; then what is in lower buckets
        upTo[at] += upTo[at - 1];
      }
    }
    for (int x = 1; x < buckets; x++) {
      for (int s = 1; s <= slices; s++) {
        int at = x * (slices + 1) + s;
        upTo[at] += upTo[at - slices - 1];
      }
    }
  }

  int slices() {
    return slices;
  }

  /** Samples of slices {@code from} to before {@code to} in bucket x or below. */
  long upTo(int x, int from, int to) {
    return upTo[x * (slices + 1) + to] - upTo[x * (slices + 1) + from];
  }

  /** Samples of slices {@code from} to before {@code to}, those without a time included. */
  long all(int from, int to) {
    return all[to] - all[from];
  }

  /**
   * By how much a slice has more samples above bucket x than its share of all, as a share of all
   * samples.
   */
  double excess(int x, int slice) {
    double n = all(0, slices);
    if (n == 0) {
      return 0;
    }
    int bucket = Math.min(x, buckets - 1);
    double above = n - (buckets == 0 ? 0 : upTo(bucket, 0, slices));
    double here = all(slice, slice + 1);
    double aboveHere = here - (buckets == 0 ? 0 : upTo(bucket, slice, slice + 1));
    return (aboveHere - above / n * here) / n;
  }
}
