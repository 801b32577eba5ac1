package io.sluice.reports.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.figures.Distribution;

/** A distribution as {@code summary.json} has it. */
final class Times {
  private Times() {}

  static ObjectNode json(Distribution times) {
    ObjectNode json = JsonText.object().put("samples", times.samples());
    JsonText.put(json, "min", times.min());
    JsonText.put(json, "mean", times.mean());
    JsonText.put(json, "p50", times.p50());
    JsonText.put(json, "p90", times.p90());
    JsonText.put(json, "p95", times.p95());
    JsonText.put(json, "p99", times.p99());
    JsonText.put(json, "p999", times.p999());
    JsonText.put(json, "max", times.max());
    return json;
  }
}
