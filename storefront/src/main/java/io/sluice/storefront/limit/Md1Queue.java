package io.sluice.storefront.limit;

/**
 * What theory says of a single server with constant service times, Poisson arrivals, and a queue
 * without end, served in order, in the long run (the formula of Pollaczek and Khinchine).
 *
 * @param arrivalRate requests per second, at least 0 and below the service rate
 * @param serviceRate requests per second that the server can serve
 */
public record Md1Queue(double arrivalRate, double serviceRate) {
  public Md1Queue {
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

  /** Wait and service together: 1/mu + rho / (2 mu (1 - rho)), in seconds. */
  public double meanSojourn() {
    double rho = utilisation();
    return (1 + rho / (2 * (1 - rho))) / serviceRate;
  }
}
