package io.sluice.storefront.truth;

/** How much the ground truth keeps. */
public enum Recording {
  /** Counts and sums: constant memory. */
  COUNTS,
  /** Counts, sums, and a row of 48 bytes for every request; answers say their time. */
  EACH_REQUEST
}
