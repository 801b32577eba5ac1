package io.sluice.storefront.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param reset requests that got a reset connection or stream on purpose
 */
public record TruthSnapshot(
    Map<EndpointStatus, Tally> tallies, Map<Protocol, Long> protocols, long abandoned, long reset) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
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

  /**
   * As one JSON object: {@code total}, {@code abandoned}, {@code reset}, {@code protocols}, an
   * object of counts, and {@code endpoints}, a list of {@code endpoint}, {@code status}, {@code
   * count}, {@code mean_ms}, {@code max_ms}.
   */
  public String toJson() {
    ObjectNode root =
        MAPPER
            .createObjectNode()
            .put("total", total())
            .put("abandoned", abandoned)
            .put("reset", reset);
    ObjectNode counts = root.putObject("protocols");
    protocols.forEach((protocol, count) -> counts.put(protocol.text(), count));
    ArrayNode rows = root.putArray("endpoints");
    tallies.forEach(
        (key, tally) ->
            rows.addObject()
                .put("endpoint", key.endpoint())
                .put("status", key.status())
                .put("count", tally.count())
                .put("mean_ms", millis(tally.meanNanos()))
                .put("max_ms", millis((double) tally.maxNanos())));
    return root.toPrettyString();
  }

  private static double millis(double nanos) {
    return Math.round(nanos / 1_000) / 1_000.0;
  }
}
