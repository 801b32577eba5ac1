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

  /** {@code 95%}. */
  String text() {
    return Units.percent(confidence);
  }
}
