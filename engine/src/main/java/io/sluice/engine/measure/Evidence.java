package io.sluice.engine.measure;

import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.ErrorKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Which requests of a cell are worth being kept as evidence: the first failure of each kind, and
 * each request's {@value #SLOWEST} slowest. The more there were, the rarer is one that is slower
 * than all of them, so that a run keeps few. Belongs to the cell's thread.
 */
final class Evidence {
  /** How many of the slowest of a request count. */
  static final int SLOWEST = 5;

  private static final int MOST_KINDS = 100;
  private final long[][] slowest;
  private final Set<ErrorKey> kinds = new HashSet<>();

  Evidence(int requests) {
    slowest = new long[requests][SLOWEST];
  }

  /** Whether it is slower than those of the slowest that are known. */
  boolean slow(int request, Exchange exchange) {
    return exchange.done() - exchange.intended() > slowest[request][0];
  }

  /** Whether it is the first failure of its kind. */
  boolean newKind(ErrorKey kind) {
    return kinds.size() < MOST_KINDS && !kinds.contains(kind);
  }

  /** It is kept as one of the slowest. */
  void keep(int request, long responseNanos) {
    long[] known = slowest[request];
    int at = 0;
    while (at + 1 < SLOWEST && known[at + 1] < responseNanos) {
      known[at] = known[at + 1];
      at++;
    }
    known[at] = responseNanos;
  }

  /** It is kept as the example of its kind. */
  void keep(ErrorKey kind) {
    kinds.add(kind);
  }
}
