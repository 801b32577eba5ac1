package io.sluice.gate.compare;

/** The arms. */
enum Side {
  /** What is compared with. */
  A,
  /** What is compared. */
  B
}
