package io.sluice.engine.user;

import io.sluice.engine.pace.SplitMix;
import io.sluice.model.plan.TextBuffer;

/**
 * The {@code traceparent} of requests (W3C Trace Context, section 3.2): 64 bits of the run, 64 of
 * the request, 64 of its span, sampled. Those of a request are a bijection of its number, so that
 * no two of a run are alike.
 */
final class Traces {
  /** The header's name. */
  static final String HEADER = "traceparent";

  /** No request has one. */
  static final Traces NONE = new Traces(0, 0);

  private static final int CELL_SHIFT = 48;
  private final long run;
  private long next;

  /**
   * Those of a cell.
   *
   * @param run other than 0; 0 stands for none
   */
  Traces(long run, int cell) {
    this.run = run;
    next = (long) cell << CELL_SHIFT;
  }

  /** Whether requests have one. */
  boolean wanted() {
    return run != 0;
  }

  /** The number of the cell's next request. */
  long next() {
    return next++;
  }

  /** Writes that of the user's request. */
  void append(VirtualUser user, TextBuffer out) {
    out.append((byte) '0');
    out.append((byte) '0');
    out.append((byte) '-');
    Hex.append(run, out);
    Hex.append(SplitMix.mix(user.trace + 1), out);
    out.append((byte) '-');
    Hex.append(SplitMix.mix(~user.trace), out); // other than 0, as is the trace: mix(0) alone is 0
    out.append((byte) '-');
    out.append((byte) '0');
    out.append((byte) '1');
  }
}
