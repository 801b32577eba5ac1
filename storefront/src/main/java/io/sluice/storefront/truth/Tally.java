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
}
