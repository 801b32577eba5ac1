package io.sluice.model.plan;

import java.time.Duration;

/** What the parameters of measures must be. */
final class Require {
  private Require() {}

  static void share(String what, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          what + " must lie between 0% and 100%, was " + Units.percent(share));
    }
  }

  static void positive(String what, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(what + " must be > 0, was " + Units.format(duration));
    }
  }

  static void quantile(double q) {
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException(
          "a percentile must lie between p0 and p100, was p" + Units.number(q * 100));
    }
  }
}
