package io.sluice.gate.capacity;

/**
 * Whether a target is at ease again after an overload: its median at the start rate is no more than
 * 10 % and no more than 1 ms above that of the reference. It has three tries.
 */
final class Recovery {
  private static final double RELEVANT_SHARE = 0.1;
  private static final double RELEVANT_NANOS = 1e6;
  private static final int TRIES = 3;

  /** What to do after a try. */
  enum Answer {
    RECOVERED,
    AGAIN,
    NEVER,
    /** The generator was in the way: nothing is held against the target. */
    UNKNOWN
  }

  private double reference;
  private int tries;

  void reference(double p50Nanos) {
    reference = p50Nanos;
  }

  /** A probe has failed. */
  void begin() {
    tries = 0;
  }

  Answer of(ProbeResult result) {
    tries++;
    double slower = result.figures().p50Nanos() - reference;
    if (slower <= Math.max(RELEVANT_SHARE * reference, RELEVANT_NANOS)) {
      return Answer.RECOVERED;
    }
    if (tries < TRIES) {
      return Answer.AGAIN;
    }
    return result.blame() == Blame.GENERATOR ? Answer.UNKNOWN : Answer.NEVER;
  }
}
