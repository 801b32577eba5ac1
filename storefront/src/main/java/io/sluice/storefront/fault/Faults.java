package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.endpoint.EndpointGroup;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that is made slow or wrong on purpose. Of the rules of one kind that hold an endpoint
 * the most specific counts, and of equals the last.
 */
public record Faults(List<Rule> rules, Bandwidth bandwidth, Stall stall, Set<Breakage> breakages) {
  private static final double SLOW_SHARE = 0.12;
  private static final Latency SLOW =
      new Latency.Uniform(Duration.ofMillis(2_500), Duration.ofMillis(4_000));
  private static final double BROKEN_CHECKOUTS = 0.10;

  public Faults {
    rules = List.copyOf(rules);
    breakages = Set.copyOf(breakages);
  }

  /** As fast and as right as it can be. */
  public static Faults none() {
    return new Faults(List.of(), Bandwidth.unlimited(), Stall.none(), Set.of());
  }

  public Faults with(Rule rule) {
    List<Rule> more = Stream.concat(rules.stream(), Stream.of(rule)).toList();
    return new Faults(more, bandwidth, stall, breakages);
  }

  public Faults with(Bandwidth newBandwidth) {
    return new Faults(rules, newBandwidth, stall, breakages);
  }

  public Faults with(Stall newStall) {
    return new Faults(rules, bandwidth, newStall, breakages);
  }

  public Faults with(Breakage breakage) {
    EnumSet<Breakage> more = EnumSet.of(breakage);
    more.addAll(breakages);
    return new Faults(rules, bandwidth, stall, more);
  }

  /** The latency of an endpoint: that of its rule, and the breakage on top. */
  public Latency latencyOf(Endpoint endpoint) {
    Latency asked =
        deciding(LatencyRule.class, endpoint).map(LatencyRule::latency).orElse(Latency.none());
    boolean slowed = breakages.contains(Breakage.SLOW) && endpoint.group() != EndpointGroup.HEALTH;
    return slowed ? new Latency.Bimodal(asked, SLOW, SLOW_SHARE) : asked;
  }

  /** The share of an endpoint's requests that answer 500, 0 to 1. */
  public double errorRateOf(Endpoint endpoint) {
    double asked = deciding(ErrorRule.class, endpoint).map(ErrorRule::rate).orElse(0.0);
    boolean broken =
        breakages.contains(Breakage.ERRORS) && endpoint.group() == EndpointGroup.CHECKOUT;
    return broken ? Math.max(asked, BROKEN_CHECKOUTS) : asked;
  }

  /** The share of an endpoint's requests that are reset, 0 to 1. */
  public double resetRateOf(Endpoint endpoint) {
    return deciding(ResetRule.class, endpoint).map(ResetRule::rate).orElse(0.0);
  }

  /** The share of an endpoint's requests whose answer is cut in this way, 0 to 1. */
  public double cutRateOf(Endpoint endpoint, Ending ending) {
    return deciding(CutRule.class, endpoint, cut -> cut.ending() == ending)
        .map(CutRule::rate)
        .orElse(0.0);
  }

  /** How the bodies of an endpoint leave. */
  public Drip dripOf(Endpoint endpoint) {
    return deciding(DripRule.class, endpoint).map(DripRule::drip).orElse(Drip.none());
  }

  /** The rule of the limit that an endpoint shares. */
  Optional<LimitRule> limitOf(Endpoint endpoint) {
    return deciding(LimitRule.class, endpoint);
  }

  private <R extends Rule> Optional<R> deciding(Class<R> kind, Endpoint endpoint) {
    return deciding(kind, endpoint, any -> true);
  }

  private <R extends Rule> Optional<R> deciding(
      Class<R> kind, Endpoint endpoint, Predicate<R> condition) {
    return rules.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(rule -> rule.scope().holds(endpoint) && condition.test(rule))
        .sorted(Comparator.comparingInt(rule -> rule.scope().specificity()))
        .reduce((earlier, later) -> later);
  }
}
