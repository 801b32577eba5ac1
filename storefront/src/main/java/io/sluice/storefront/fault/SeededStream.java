package io.sluice.storefront.fault;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that several threads may share: the n-th draw depends on the seed and
 * n alone. The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, OOPSLA 2014).
 */
public final class SeededStream implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final AtomicLong state;

  public SeededStream(long seed) {
    state = new AtomicLong(seed);
  }

  /**
   * The seed of a stream of its own for a name, so that one more stream shifts no other's draws.
   */
  public static long seedFor(long seed, String name) {
    return mix(seed + mix(name.hashCode() + GOLDEN_GAMMA));
  }

  @Override
  public long nextLong() {
    return mix(state.addAndGet(GOLDEN_GAMMA));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
