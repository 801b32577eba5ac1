package io.sluice.gate;

import io.sluice.gate.stats.Decimals;
import io.sluice.model.plan.Units;

/**
 * How sure the gate wants to be.
 *
 * @param confidence of two-sided intervals, such as 0.95
 */
record Level(double confidence) {
  /** The probability of error on each side of an interval. */
  double tail() {
    return Decimals.complement(confidence) / 2;
  }

  /** The level of each of so many, that all of them hold at this one (Bonferroni). */
  Level amongst(int many) {
    return many == 1
        ? this
        : new Level(Decimals.complement(Decimals.complement(confidence) / many));
  }

  /** {@code 95%}. */
  String text() {
    return Units.percent(confidence);
  }
}
