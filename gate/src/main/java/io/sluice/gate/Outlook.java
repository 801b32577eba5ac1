package io.sluice.gate;

import io.sluice.gate.stats.SampleSize;
import io.sluice.gate.stats.ShareTest;

/** What would settle a test of a share that the samples leave open. */
final class Outlook {
  /** A share this near to what is allowed is not worth waiting for. */
  private static final double MARGIN = 0.05;

  private Outlook() {}

  /** A clause, such as {@code about 7 more minutes at this rate would settle it}. */
  static String of(Question question, ShareTest test) {
    double share = test.bad() / test.samples();
    double needed =
        Math.abs(share - test.allowed()) <= MARGIN * test.allowed()
            ? Double.POSITIVE_INFINITY
            : SampleSize.toSettle(share, test.allowed(), test.tail());
    return question.settledBy(needed / test.samples());
  }
}
