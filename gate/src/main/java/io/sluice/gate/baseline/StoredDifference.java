package io.sluice.gate.baseline;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Metric;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Units;
import java.util.Locale;

/**
 * How far one metric of a run is from that of earlier ones. Differences are shares of the earlier
 * value (0.1: 10 % higher), of error rates differences of shares.
 *
 * @param request its name; empty for all requests
 * @param before of the earlier runs: nanoseconds, or a share
 * @param now likewise
 * @param interval of the difference; none if a run is too short to tell
 * @param margin the smallest difference that matters
 * @param p p-value of "there is no difference"
 */
public record StoredDifference(
    String request,
    Metric metric,
    double before,
    double now,
    double difference,
    Bounds interval,
    double margin,
    double p,
    Change change) {
  StoredDifference as(Change other) {
    return new StoredDifference(
        request, metric, before, now, difference, interval, margin, p, other);
  }

  /** {@code p95 of login: 120ms, was 100ms: +20.0% (+12.0% to +28.1%), margin 5%}. */
  public String text() {
    String figures =
        "%s of %s: %s, was %s"
            .formatted(
                metric.label(),
                request.isEmpty() ? "all requests" : request,
                metric.format(now),
                metric.format(before));
    return Double.isNaN(interval.low())
        ? figures + ", and the runs are too short to tell more"
        : "%s: %s (%s to %s), margin %s"
            .formatted(
                figures,
                signed(difference),
                signed(interval.low()),
                signed(interval.high()),
                metric instanceof Metric.ErrorRate
                    ? Units.percent(margin).replace("%", "pp")
                    : Units.percent(margin));
  }

  private String signed(double share) {
    if (Double.isInfinite(share)) {
      return share > 0 ? "+∞" : "-∞";
    }
    boolean points = metric instanceof Metric.ErrorRate;
    return String.format(Locale.ROOT, points ? "%+.2fpp" : "%+.1f%%", 100 * share);
  }
}
