package io.sluice.storefront.truth;

/** A {@link Tally} that is being made. Its caller holds the lock. */
final class RunningTally {
  private long count;
  private long sumNanos;
  private long maxNanos;

  void add(long timeNanos) {
    count++;
    sumNanos += timeNanos;
    maxNanos = Math.max(maxNanos, timeNanos);
  }

  /** Undoes an addition, but for its share in the maximum. */
  void takeBack(long timeNanos) {
    count--;
    sumNanos -= timeNanos;
  }

  boolean isEmpty() {
    return count == 0;
  }

  Tally now() {
    return new Tally(count, sumNanos, maxNanos);
  }
}
