package io.sluice.reports.ci;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.text.Values;

/**
 * {@code badge.json}: the verdict and p95 in the form of an endpoint badge of shields.io, which
 * draws it.
 */
public final class BadgeJson {
  private static final int SCHEMA_VERSION = 1;

  private BadgeJson() {}

  /** The badge as JSON. */
  public static ObjectNode of(RunFigures run, Verdict verdict) {
    double p95 = run.measured().total().response().p95();
    String word = verdict.status().name();
    return JsonText.object()
        .put("schemaVersion", SCHEMA_VERSION)
        .put("label", "load test")
        .put("message", Double.isNaN(p95) ? word : word + ", p95 " + Values.millis(p95))
        .put("color", colour(verdict.status()))
        .put("isError", verdict.status() == Status.FAIL);
  }

  private static String colour(Status status) {
    return switch (status) {
      case PASS -> "brightgreen";
      case FAIL -> "red";
      case INCONCLUSIVE -> "yellow";
    };
  }
}
