package io.sluice.storefront.http;

/**
 * What a request is answered, and when.
 *
 * @param label the endpoint's name in the ground truth
 * @param releaseNanos when the answer may leave, by {@link System#nanoTime()}
 */
record PlannedReply(Reply reply, String label, Counting counting, long releaseNanos) {

  /** Whether an answer is part of the ground truth. */
  enum Counting {
    COUNTED,
    UNCOUNTED
  }
}
