package io.sluice.gate.capacity;

/**
 * What a probe measured beside its verdict.
 *
 * @param seconds measured
 * @param iterationsPerSecond journeys that were started
 * @param requestsPerSecond finished requests, failed ones too
 * @param requestsError standard error of it
 * @param inFlight requests without an end yet, mean of samples
 * @param inFlightError standard error of it
 * @param meanSeconds mean response time of finished requests
 * @param p50Nanos median response time
 * @param p99Nanos 99th percentile of the response time
 */
public record ProbeFigures(
    double seconds,
    double iterationsPerSecond,
    double requestsPerSecond,
    double requestsError,
    double inFlight,
    double inFlightError,
    double meanSeconds,
    double p50Nanos,
    double p99Nanos) {
  private static final double TOLERANCE = 0.05;
  private static final double ERRORS = 3;

  /** N by Little's law: X R, requests in the target at once. */
  public double concurrency() {
    return requestsPerSecond * meanSeconds;
  }

  /**
   * Whether Little's law holds: the mean of what was in flight is X R within 5 %, or within three
   * standard errors where samples are few. It does not while a queue grows: then X and R are not
   * those of a steady state.
   */
  public boolean steady() {
    double difference = Math.abs(inFlight - concurrency());
    return difference <= Math.max(TOLERANCE * concurrency(), ERRORS * inFlightError);
  }
}
