package io.sluice.storefront.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The ground truth as one JSON object: {@code total}, {@code abandoned}, {@code reset}, {@code
 * cut}, {@code protocols}, an object of counts, and {@code endpoints}, a list of {@code endpoint},
 * {@code status}, {@code count}, {@code mean_ms}, {@code max_ms}, and where there is a log {@code
 * p50_ms}, {@code p90_ms}, {@code p95_ms}, {@code p99_ms} and {@code p999_ms}: the smallest time
 * that this share of the times does not exceed.
 */
final class TruthJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TruthJson() {}

  static String of(TruthSnapshot truth, RequestLog log) {
    ObjectNode root =
        MAPPER
            .createObjectNode()
            .put("total", truth.total())
            .put("abandoned", truth.abandoned())
            .put("reset", truth.reset())
            .put("cut", truth.cut());
    ObjectNode counts = root.putObject("protocols");
    truth.protocols().forEach((protocol, count) -> counts.put(protocol.text(), count));
    ArrayNode rows = root.putArray("endpoints");
    truth
        .tallies()
        .forEach(
            (key, tally) -> {
              ObjectNode row =
                  rows.addObject()
                      .put("endpoint", key.endpoint())
                      .put("status", key.status())
                      .put("count", tally.count())
                      .put("mean_ms", millis(Math.round(tally.meanNanos())))
                      .put("max_ms", millis(tally.maxNanos()));
              putQuantiles(row, log.sortedTimes(key));
            });
    return root.toPrettyString();
  }

  private static void putQuantiles(ObjectNode row, long[] sorted) {
    if (sorted.length > 0) {
      row.put("p50_ms", millis(NearestRank.of(sorted, 0.5)))
          .put("p90_ms", millis(NearestRank.of(sorted, 0.9)))
          .put("p95_ms", millis(NearestRank.of(sorted, 0.95)))
          .put("p99_ms", millis(NearestRank.of(sorted, 0.99)))
          .put("p999_ms", millis(NearestRank.of(sorted, 0.999)));
    }
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1_000.0) / 1_000.0;
  }
}
