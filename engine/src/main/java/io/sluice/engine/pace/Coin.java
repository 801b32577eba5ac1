package io.sluice.engine.pace;

/**
 * A seeded coin for every number of a sequence: a pure function, so that whoever asks gets the same
 * answer, on any cell and machine.
 */
final class Coin {
  // Else its throws would be the very draws that a Poisson process with the same seed uses.
  private static final long OWN_STREAM = 0xD6E8FEB86659FD93L;

  private final long start;

  Coin(long seed) {
    start = SplitMix.mix(SplitMix.mix(seed) ^ OWN_STREAM);
  }

  /** Uniform in [0, 1), for the k-th element of the sequence. */
  double toss(long k) {
    return (SplitMix.mix(start + (k + 1) * SplitMix.GAMMA) >>> 11) * 0x1p-53;
  }
}
