package io.sluice.gate.compare;

/** A difference B - A that depends on which blocks have swapped their labels. */
@FunctionalInterface
interface SwapStatistic {
  /** The difference. */
  double of(boolean[] swapped);
}
