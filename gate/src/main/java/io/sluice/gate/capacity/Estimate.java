package io.sluice.gate.capacity;

/** An estimate of the capacity: a rate per second between those that are proven. */
public sealed interface Estimate {
  /**
   * Solved from the share of bad requests as a function of the rate.
   *
   * @param rate where the share reaches what is allowed
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param objective whose share it is
   * @param points probes that it rests on
   */
  record Interpolated(double rate, double low, double high, String objective, int points)
      implements Estimate {}

  /**
   * The geometric middle of the proven rates, where the shares do not tell more: a limit so sharp
   * that nothing is bad below it and much above.
   *
   * @param rate sqrt(low high)
   * @param low the highest rate proven to pass
   * @param high the lowest rate proven to fail
   */
  record Bracketed(double rate, double low, double high) implements Estimate {}

  /** There is nothing to estimate it from. */
  record Unknown(String reason) implements Estimate {}
}
