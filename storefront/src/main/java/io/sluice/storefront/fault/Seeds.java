package io.sluice.storefront.fault;

/**
 * What a law of latency draws from.
 *
 * @param own of this endpoint alone
 * @param common of the whole server, for what all its endpoints meet together
 */
public record Seeds(long own, long common) {

  /** Where there is but one endpoint. */
  public static Seeds of(long seed) {
    return new Seeds(seed, seed);
  }

  /** Those of a part of a law. */
  Seeds part(String name) {
    return new Seeds(SeededStream.seedFor(own, name), common);
  }
}
