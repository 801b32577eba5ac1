package io.sluice.storefront.truth;

/**
 * How many answers were sent, and how long their requests were in the server: from the request
 * fully read to the answer handed to the socket.
 */
public record Tally(long count, long sumNanos, long maxNanos) {

  /** The mean time in the server in nanoseconds, 0 if nothing was counted. */
  public double meanNanos() {
    return count == 0 ? 0 : (double) sumNanos / count;
  }

  static Tally of(long timeNanos) {
    return new Tally(1, timeNanos, timeNanos);
  }

  Tally plus(Tally other) {
    return new Tally(
        count + other.count, sumNanos + other.sumNanos, Math.max(maxNanos, other.maxNanos));
  }
}
