package io.sluice.k6.run;

/** Lets a cell send no more than so many requests per second. Belongs to the cell's thread. */
final class RequestPace {
  private final long periodNanos;
  private long next;

  /**
   * A pace.
   *
   * @param perSecond of all cells together; 0 for any
   * @param cells how many there are
   */
  RequestPace(long perSecond, int cells) {
    periodNanos = perSecond <= 0 ? 0 : cells * 1_000_000_000L / perSecond;
  }

  /** How long to wait before the next request, whose turn this takes. */
  long reserve(long now) {
    if (periodNanos == 0) {
      return 0;
    }
    long turn = Math.max(now, next);
    next = turn + periodNanos;
    return turn - now;
  }
}
