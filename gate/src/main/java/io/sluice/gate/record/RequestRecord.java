package io.sluice.gate.record;

/**
 * What was measured of a request. Figures that are not known are not numbers.
 *
 * @param name empty for all requests
 * @param finished requests that came to an end
 * @param failed of the finished ones
 * @param perSecond finished requests per second
 * @param p50 response time in milliseconds, as are the others
 * @param p95 of failed requests the time they took
 * @param p99 likewise
 */
public record RequestRecord(
    String name, long finished, long failed, double perSecond, double p50, double p95, double p99) {
  /** A request of which nothing is known but its name. */
  public static RequestRecord unknown(String name) {
    return new RequestRecord(name, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** The share of failed requests; not a number where none finished. */
  public double errorRate() {
    return finished == 0 ? Double.NaN : (double) failed / finished;
  }
}
