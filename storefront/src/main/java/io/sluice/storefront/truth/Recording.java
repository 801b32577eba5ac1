package io.sluice.storefront.truth;

/** How much the ground truth keeps. */
public enum Recording {
  /** Counts and sums: constant memory. */
  COUNTS,
  /** Counts, sums, and a row of 24 bytes for every answer. */
  EACH_REQUEST
}
