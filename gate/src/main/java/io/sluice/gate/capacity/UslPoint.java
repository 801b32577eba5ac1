package io.sluice.gate.capacity;

/**
 * A probe as the scalability law sees it.
 *
 * @param concurrency requests in the target at once
 * @param throughput per second
 * @param error standard error of the throughput
 */
record UslPoint(double concurrency, double throughput, double error) {
  static UslPoint of(ProbeFigures figures) {
    return new UslPoint(
        figures.concurrency(), figures.requestsPerSecond(), figures.requestsError());
  }
}
