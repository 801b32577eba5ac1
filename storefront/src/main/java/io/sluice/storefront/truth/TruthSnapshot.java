package io.sluice.storefront.truth;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ground truth at one instant.
 *
 * @param tallies what was answered, in the order of endpoint and status
 * @param protocols the number of answers by what carried them; every protocol has its entry
 * @param abandoned requests that were read but whose client was gone before the answer
 * @param reset requests that got a reset connection or stream on purpose in the place of an answer
 * @param cut requests whose answer ended after half of its body on purpose
 */
public record TruthSnapshot(
    Map<EndpointStatus, Tally> tallies,
    Map<Protocol, Long> protocols,
    long abandoned,
    long reset,
    long cut) {
  private static final Comparator<EndpointStatus> ORDER =
      Comparator.comparing(EndpointStatus::endpoint).thenComparingInt(EndpointStatus::status);

  public TruthSnapshot {
    TreeMap<EndpointStatus, Tally> sorted = new TreeMap<>(ORDER);
    sorted.putAll(tallies);
    tallies = Collections.unmodifiableMap(sorted);
    protocols = Collections.unmodifiableMap(new EnumMap<>(protocols));
  }

  /** The number of answers by endpoint and status; pairs that never occurred are absent. */
  public Map<EndpointStatus, Long> counts() {
    TreeMap<EndpointStatus, Long> counts = new TreeMap<>(ORDER);
    tallies.forEach((key, tally) -> counts.put(key, tally.count()));
    return Collections.unmodifiableMap(counts);
  }

  /** The number of all answers. */
  public long total() {
    return tallies.values().stream().mapToLong(Tally::count).sum();
  }

  /** The number of an endpoint's answers with a status, 0 if there was none. */
  public long count(String endpoint, int status) {
    Tally tally = tallies.get(new EndpointStatus(endpoint, status));
    return tally == null ? 0 : tally.count();
  }

  /** The number of an endpoint's answers with any status. */
  public long count(String endpoint) {
    return tallies.entrySet().stream()
        .filter(entry -> entry.getKey().endpoint().equals(endpoint))
        .mapToLong(entry -> entry.getValue().count())
        .sum();
  }

  /** The number of answers that a protocol carried. */
  public long count(Protocol protocol) {
    return protocols.getOrDefault(protocol, 0L);
  }
}
