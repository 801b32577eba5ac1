package io.sluice.gate.compare;

/** How the two arms were measured, which says what their difference can be put down to. */
public enum Design {
  /** In the same seconds of one run: slices pair by their time, and what hits both cancels out. */
  SIMULTANEOUS,
  /**
   * Two runs, one after the other: slices pair by their order from the start of the measured
   * window. Whatever else changed between the runs is inside the difference.
   */
  SEQUENTIAL
}
