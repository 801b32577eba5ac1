package io.sluice.gate.capacity;

import java.util.List;

/**
 * What a search found. Rates are arrivals (iterations) per second, {@code NaN} where there is none.
 *
 * @param conclusion how it ended
 * @param proven the highest rate that passed and was confirmed
 * @param highestPass the highest rate that passed, if only once
 * @param lowestFail the lowest rate proven to fail
 * @param estimate the capacity between them
 * @param knee where response times start to grow
 * @param usl what throughput follows from concurrency
 * @param requestsPerIteration requests of one iteration, mean over all probes
 * @param probes all of them, in order
 */
public record CapacityResult(
    Conclusion conclusion,
    double proven,
    double highestPass,
    double lowestFail,
    Estimate estimate,
    Knee knee,
    Usl usl,
    double requestsPerIteration,
    List<ProbeResult> probes) {
  public CapacityResult {
    probes = List.copyOf(probes);
  }

  /** Whether a rate is proven to pass. */
  public boolean hasProven() {
    return Double.isFinite(proven);
  }

  /** Whether a rate is proven to fail. */
  public boolean hasFail() {
    return Double.isFinite(lowestFail);
  }
}
