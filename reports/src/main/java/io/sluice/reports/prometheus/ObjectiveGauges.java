package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the objectives: a status of four, of which one is 1; the estimate and its
 * interval against the threshold. Values are in base units: seconds, a ratio, or per second. Not
 * thread-safe.
 */
final class ObjectiveGauges {
  private static final String PENDING = "pending";
  private static final List<String> STATES =
      Stream.concat(Stream.of(PENDING), Stream.of(Status.values()).map(ObjectiveGauges::key))
          .toList();
  private static final double NANOS = 1e9;

  private final Map<Labels, Row> rows = new LinkedHashMap<>();
  private String verdict = PENDING;

  /** An objective, and what was found last. */
  private record Row(Objective objective, @Nullable ObjectiveResult result) {
    String state() {
      return result == null ? PENDING : key(result.status());
    }

    double threshold() {
      Objective judged = result == null ? objective : result.objective();
      return inUnit(judged.threshold());
    }

    double inUnit(double value) {
      return objective.measure().unit() == Measure.Unit.TIME ? value / NANOS : value;
    }
  }

  ObjectiveGauges(List<Objective> objectives) {
    objectives.forEach(objective -> rows.put(labels(objective), new Row(objective, null)));
  }

  private static String key(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Labels labels(Objective objective) {
    String unit =
        switch (objective.measure().unit()) {
          case TIME -> "seconds";
          case SHARE -> "ratio";
          case RATE -> "per_second";
          case BYTE_RATE -> "bytes_per_second";
          case NUMBER -> "number";
        };
    return Labels.of("objective", objective.toString())
        .and("severity", objective.severity().name().toLowerCase(Locale.ROOT))
        .and("unit", unit);
  }

  /** Takes in what is known by now; objectives that are not among it keep what they have. */
  void judged(List<ObjectiveResult> results) {
    for (ObjectiveResult result : results) {
      rows.put(labels(result.objective()), new Row(result.objective(), result));
    }
  }

  /** The status of the whole run is known. */
  void concluded(Status status) {
    verdict = key(status);
  }

  /** The metrics. */
  Stream<MetricFamilySamples> families() {
    Family status =
        Family.gauge(
            "sluice_slo_status",
            "1 for the status of an objective by what was seen so far; the verdict's at the end.");
    Family threshold = Family.gauge("sluice_slo_threshold", "What an objective is compared with.");
    Family estimate = Family.gauge("sluice_slo_estimate", "The statistic of an objective.");
    Family low = Family.gauge("sluice_slo_estimate_low", "Lower end of its interval.");
    Family high = Family.gauge("sluice_slo_estimate_high", "Upper end of its interval.");
    Family samples = Family.gauge("sluice_slo_samples", "How many samples an estimate rests on.");
    rows.forEach(
        (labels, row) -> {
          for (String state : STATES) {
            status.add(labels.and("state", state), state.equals(row.state()) ? 1 : 0);
          }
          threshold.add(labels, row.threshold());
          ObjectiveResult result = row.result();
          if (result != null) {
            estimate.add(labels, row.inUnit(result.estimate()));
            low.add(labels, row.inUnit(result.low()));
            high.add(labels, row.inUnit(result.high()));
            samples.add(labels, result.samples());
          }
        });
    Family whole =
        Family.gauge("sluice_verdict", "1 for the verdict of the run; pending before its end.");
    for (String state : STATES) {
      whole.add(Labels.of("state", state), state.equals(verdict) ? 1 : 0);
    }
    return Stream.of(status, threshold, estimate, low, high, samples, whole).map(Family::samples);
  }
}
