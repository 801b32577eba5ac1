package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import java.util.Arrays;

/**
 * Draws what happens to each request.
 *
 * <p>Every endpoint has streams of its own for its errors, its resets and its latencies: the n-th
 * request of an endpoint meets the same fate for the same seed, whatever else is asked for. Any
 * thread may call it.
 */
public final class FaultInjector {
  private final LatencySampler[] latencies;
  private final double[] errorRates;
  private final SeededStream[] errorDraws;
  private final double[] resetRates;
  private final SeededStream[] resetDraws;
  private final Stall stall;
  private final long originNanos;

  /**
   * Starts the streams.
   *
   * @param originNanos the reading of {@link System#nanoTime()} at which the first stall period
   *     begins
   */
  public FaultInjector(Faults faults, long seed, long originNanos) {
    Endpoint[] endpoints = Endpoint.values();
    latencies =
        Arrays.stream(endpoints)
            .map(e -> faults.latencyOf(e).sampler(streamSeed(seed, "latency", e)))
            .toArray(LatencySampler[]::new);
    errorRates = Arrays.stream(endpoints).mapToDouble(faults::errorRateOf).toArray();
    errorDraws = streams(seed, "error");
    resetRates = Arrays.stream(endpoints).mapToDouble(faults::resetRateOf).toArray();
    resetDraws = streams(seed, "reset");
    stall = faults.stall();
    this.originNanos = originNanos;
  }

  private static SeededStream[] streams(long seed, String purpose) {
    return Arrays.stream(Endpoint.values())
        .map(e -> new SeededStream(streamSeed(seed, purpose, e)))
        .toArray(SeededStream[]::new);
  }

  private static long streamSeed(long seed, String purpose, Endpoint endpoint) {
    return SeededStream.seedFor(seed, purpose + " " + endpoint.label());
  }

  /** Whether the endpoint's next request is to be answered with status 500. */
  public boolean drawError(Endpoint endpoint) {
    double rate = errorRates[endpoint.ordinal()];
    return rate > 0 && errorDraws[endpoint.ordinal()].nextDouble() < rate;
  }

  /** Whether the endpoint's next request is to be reset in the place of an answer. */
  public boolean drawReset(Endpoint endpoint) {
    double rate = resetRates[endpoint.ordinal()];
    return rate > 0 && resetDraws[endpoint.ordinal()].nextDouble() < rate;
  }

  /**
   * Draws the endpoint's next latency.
   *
   * @param arrivalNanos when the request was read, by {@link System#nanoTime()}
   * @return when its answer may leave, by the same clock; not before the arrival
   */
  public long drawRelease(Endpoint endpoint, long arrivalNanos) {
    return heldByStall(arrivalNanos + latencies[endpoint.ordinal()].nextNanos());
  }

  /** When an answer that is due at an instant may leave, if nothing but the stalls holds it. */
  public long heldByStall(long dueNanos) {
    return originNanos + stall.releaseNanos(dueNanos - originNanos);
  }
}
