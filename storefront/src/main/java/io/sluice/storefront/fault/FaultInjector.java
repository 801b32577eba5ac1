package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.limit.Limit;
import io.sluice.storefront.limit.Limiter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Draws what happens to each request.
 *
 * <p>Every endpoint has streams of its own for its errors, its resets, its cuts and its latencies:
 * the n-th request of an endpoint draws the same for the same seed, whatever else is asked for. Any
 * thread may call it.
 */
public final class FaultInjector {
  private final EndpointFaults[] endpoints;
  private final Stall stall;
  private final Bandwidth bandwidth;
  private final long originNanos;

  /**
   * Starts the streams.
   *
   * @param originNanos the server's start by {@link System#nanoTime()}: stalls and the steps of
   *     correlated latencies are counted from here
   */
  public FaultInjector(Faults faults, long seed, long originNanos) {
    this.stall = faults.stall();
    this.bandwidth = faults.bandwidth();
    this.originNanos = originNanos;
    Map<LimitRule, Limiter> limiters = new HashMap<>();
    endpoints =
        Arrays.stream(Endpoint.values())
            .map(
                endpoint ->
                    new EndpointFaults(
                        faults,
                        endpoint,
                        seed,
                        faults
                            .limitOf(endpoint)
                            .map(rule -> limiters.computeIfAbsent(rule, r -> limiter(r, seed)))
                            .orElse(OptionalLong::of)))
            .toArray(EndpointFaults[]::new);
  }

  /** A bucket is filled by the clock, stall or not. */
  private Limiter limiter(LimitRule rule, long seed) {
    Limiter limiter =
        rule.limit().limiter(new SeededStream(SeededStream.seedFor(seed, "limit " + rule)));
    return switch (rule.limit()) {
      case Limit.Tokens tokens -> limiter;
      case Limit.SingleServer server -> stalling(limiter);
    };
  }

  /** Does no work while the server stalls: its clock is that of the time between the stalls. */
  private Limiter stalling(Limiter limiter) {
    return arrivalNanos -> {
      OptionalLong over = limiter.admit(stall.workedNanos(arrivalNanos));
      return over.isPresent()
          ? OptionalLong.of(stall.instantOf(over.getAsLong()))
          : OptionalLong.empty();
    };
  }

  /**
   * Draws what happens to the endpoint's next request.
   *
   * @param arrivalNanos when the request was read, by {@link System#nanoTime()}
   */
  public Fate fateOf(Endpoint endpoint, long arrivalNanos) {
    Fate fate = endpoints[endpoint.ordinal()].next(arrivalNanos - originNanos);
    return new Fate(
        fate.treatment(), fate.delivery(), fate.drawnNanos(), released(fate.releaseNanos()));
  }

  /** When bytes that are due at an instant may leave, if nothing but the stalls holds them. */
  public long heldByStall(long dueNanos) {
    return released(dueNanos - originNanos);
  }

  private long released(long elapsedNanos) {
    return originNanos + stall.releaseNanos(elapsedNanos);
  }

  /** How fast the bytes of each connection leave. */
  public Bandwidth bandwidth() {
    return bandwidth;
  }
}
