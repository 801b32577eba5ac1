package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.endpoint.EndpointGroup;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is made slow or wrong on purpose. */
public record Faults(
    List<LatencyRule> latencies,
    List<ErrorRule> errors,
    List<ResetRule> resets,
    Stall stall,
    Set<Breakage> breakages) {
  private static final double SLOW_SHARE = 0.12;
  private static final Latency SLOW =
      new Latency.Uniform(Duration.ofMillis(2_500), Duration.ofMillis(4_000));
  private static final double BROKEN_CHECKOUTS = 0.10;

  public Faults {
    latencies = List.copyOf(latencies);
    errors = List.copyOf(errors);
    resets = List.copyOf(resets);
    breakages = Set.copyOf(breakages);
  }

  /** As fast and as right as it can be. */
  public static Faults none() {
    return new Faults(List.of(), List.of(), List.of(), Stall.none(), Set.of());
  }

  public Faults with(LatencyRule rule) {
    return new Faults(appended(latencies, rule), errors, resets, stall, breakages);
  }

  public Faults with(ErrorRule rule) {
    return new Faults(latencies, appended(errors, rule), resets, stall, breakages);
  }

  public Faults with(ResetRule rule) {
    return new Faults(latencies, errors, appended(resets, rule), stall, breakages);
  }

  public Faults with(Stall newStall) {
    return new Faults(latencies, errors, resets, newStall, breakages);
  }

  public Faults with(Breakage breakage) {
    EnumSet<Breakage> more = EnumSet.of(breakage);
    more.addAll(breakages);
    return new Faults(latencies, errors, resets, stall, more);
  }

  /** The latency of an endpoint: that of its most specific rule, and the breakage on top. */
  public Latency latencyOf(Endpoint endpoint) {
    Latency asked =
        Rule.deciding(latencies, endpoint).map(LatencyRule::latency).orElse(Latency.none());
    boolean slowed = breakages.contains(Breakage.SLOW) && endpoint.group() != EndpointGroup.HEALTH;
    return slowed ? new Latency.Bimodal(asked, SLOW, SLOW_SHARE) : asked;
  }

  /** The share of an endpoint's requests that answer 500, 0 to 1. */
  public double errorRateOf(Endpoint endpoint) {
    double asked = Rule.deciding(errors, endpoint).map(ErrorRule::rate).orElse(0.0);
    boolean broken =
        breakages.contains(Breakage.ERRORS) && endpoint.group() == EndpointGroup.CHECKOUT;
    return broken ? Math.max(asked, BROKEN_CHECKOUTS) : asked;
  }

  /** The share of an endpoint's requests that are reset, 0 to 1. */
  public double resetRateOf(Endpoint endpoint) {
    return Rule.deciding(resets, endpoint).map(ResetRule::rate).orElse(0.0);
  }

  private static <T> List<T> appended(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
