package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.fault.Fate.Treatment;
import io.sluice.storefront.limit.Limiter;
import java.util.OptionalLong;

/** The streams of one endpoint. Any thread may call it. */
final class EndpointFaults {
  private final Chance reset;
  private final Chance error;
  private final Chance resetMidway;
  private final Chance halfClose;
  private final LatencySampler latency;
  private final Limiter limiter;
  private final Delivery usual;
  private final Drip drip;

  EndpointFaults(Faults faults, Endpoint endpoint, long seed, Limiter limiter) {
    this.reset = new Chance(faults.resetRateOf(endpoint), seedFor(seed, "reset", endpoint));
    this.error = new Chance(faults.errorRateOf(endpoint), seedFor(seed, "error", endpoint));
    this.resetMidway = cut(faults, endpoint, seed, Ending.RESET_MIDWAY);
    this.halfClose = cut(faults, endpoint, seed, Ending.HALF_CLOSE);
    this.latency =
        faults.latencyOf(endpoint).sampler(new Seeds(seedFor(seed, "latency", endpoint), seed));
    this.limiter = limiter;
    this.drip = faults.dripOf(endpoint);
    this.usual = new Delivery(drip, Ending.COMPLETE);
  }

  private static Chance cut(Faults faults, Endpoint endpoint, long seed, Ending ending) {
    return new Chance(faults.cutRateOf(endpoint, ending), seedFor(seed, ending.text(), endpoint));
  }

  private static long seedFor(long seed, String purpose, Endpoint endpoint) {
    return SeededStream.seedFor(seed, purpose + " " + endpoint.label());
  }

  /** The next fate, before stalls, by the clock that starts with the server. */
  Fate next(long elapsedNanos) {
    boolean resets = reset.occurs();
    boolean errs = error.occurs();
    Delivery delivery = delivery(resetMidway.occurs(), halfClose.occurs());
    long drawnNanos = latency.nanosAt(elapsedNanos);
    OptionalLong served = limiter.admit(elapsedNanos);
    if (served.isEmpty()) {
      return new Fate(Treatment.REFUSED, Delivery.whole(), 0, elapsedNanos);
    }
    long releaseNanos = served.getAsLong() + drawnNanos;
    if (resets) {
      return new Fate(Treatment.RESET, Delivery.whole(), drawnNanos, releaseNanos);
    }
    return new Fate(errs ? Treatment.ERROR : Treatment.SERVED, delivery, drawnNanos, releaseNanos);
  }

  private Delivery delivery(boolean resetsMidway, boolean halfCloses) {
    if (resetsMidway) {
      return new Delivery(drip, Ending.RESET_MIDWAY);
    }
    return halfCloses ? new Delivery(drip, Ending.HALF_CLOSE) : usual;
  }
}
