package io.sluice.gate.compare;

import java.util.Locale;

/** How much longer the arms must be for a metric to be settled. */
final class LongerRun {
  /** Beyond so many times the time a difference counts as undecidable. */
  private static final double MOST = 1000;

  private LongerRun() {}

  /** What would give enough blocks. */
  static String forBlocks(double seconds, double blockSeconds) {
    return clause(Blocks.FEWEST * blockSeconds - seconds);
  }

  /**
   * What would take the margin out of an interval, which shrinks with the root of its time: (half /
   * distance)² times the time.
   */
  static String forInterval(double seconds, double half, double distance) {
    double factor = Math.pow(half / distance, 2);
    return factor < MOST
        ? clause(seconds * (factor - 1))
        : "no reasonable length would settle it: the difference is about the margin";
  }

  private static String clause(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "more requests are needed";
    }
    double more = Math.max(1, Math.ceil(seconds));
    String time =
        more < 90
            ? count(more, "more second")
            : more < 5400
                ? count(Math.ceil(more / 60), "more minute")
                : count(Math.ceil(more / 3600), "more hour");
    return "about " + time + " of each would settle it";
  }

  private static String count(double count, String singular) {
    return String.format(Locale.ROOT, "%,.0f %s%s", count, singular, count == 1 ? "" : "s");
  }
}
