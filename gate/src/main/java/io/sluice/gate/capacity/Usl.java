package io.sluice.gate.capacity;

/**
 * Gunther's Universal Scalability Law: the throughput X(N) = γ N / (1 + σ (N - 1) + κ N (N - 1)) of
 * N requests in the target at once. It models throughput, and never yields a verdict.
 */
public sealed interface Usl {
  /**
   * A fit.
   *
   * @param gamma throughput of one alone, per second
   * @param sigma contention: the share of the work that only one can do at a time
   * @param kappa coherence: what they cost each other
   * @param peak where it has one within what was seen
   * @param points probes that it rests on
   */
  record Fitted(Range gamma, Range sigma, Range kappa, Peak peak, int points) implements Usl {}

  /** It was not fitted. */
  record Refused(String reason) implements Usl {}

  /** A parameter with its 95 % interval. */
  record Range(double value, double low, double high) {}

  /** The most throughput. */
  sealed interface Peak {}

  /**
   * It lies within what was seen, and is known well enough.
   *
   * @param concurrency N* = sqrt((1 - σ) / κ)
   * @param throughput X(N*), per second
   */
  record PeakAt(Range concurrency, Range throughput) implements Peak {}

  /** It would be a guess. */
  record PeakUnknown(String reason) implements Peak {}
}
