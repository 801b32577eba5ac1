package io.sluice.storefront.limit;

/**
 * What theory says of a single server with exponential service times, Poisson arrivals, and a queue
 * without end, served in order, in the long run. The sojourn (wait and service together) is
 * exponential with rate serviceRate - arrivalRate (Kleinrock: Queueing Systems I, section 5.6).
 *
 * @param arrivalRate requests per second, at least 0 and below the service rate
 * @param serviceRate requests per second that the server can serve
 */
public record Mm1Queue(double arrivalRate, double serviceRate) {
  public Mm1Queue {
    if (!(arrivalRate >= 0 && arrivalRate < serviceRate)) {
      throw new IllegalArgumentException(
          "arrival rate must be >= 0 and below the service rate, was %s of %s"
              .formatted(arrivalRate, serviceRate));
    }
  }

  /** The share of time in which the server works. */
  public double utilisation() {
    return arrivalRate / serviceRate;
  }

  /** In seconds. */
  public double meanSojourn() {
    return 1 / (serviceRate - arrivalRate);
  }

  /**
   * The sojourn that a share of the requests does not exceed: -ln(1 - q) / (mu - lambda), in
   * seconds.
   *
   * @param q 0 to below 1
   */
  public double sojournQuantile(double q) {
    return -Math.log1p(-q) * meanSojourn();
  }

  /**
   * The capacity under an objective: the arrival rate at which a quantile of the sojourn is just
   * this long; mu + ln(1 - q) / sojourn, 0 if even an idle server is slower.
   *
   * @param q 0 to below 1
   * @param sojourn in seconds
   */
  public static double arrivalRateFor(double serviceRate, double q, double sojourn) {
    return Math.max(0, serviceRate + Math.log1p(-q) / sojourn);
  }
}
