package io.sluice.storefront.fault;

/** Something that occurs with a probability. Any thread may call it. */
final class Chance {
  private final double rate;
  private final SeededStream draws;

  Chance(double rate, long seed) {
    this.rate = rate;
    this.draws = new SeededStream(seed);
  }

  /** Whether it occurs this time. */
  boolean occurs() {
    return rate > 0 && draws.nextDouble() < rate;
  }
}
