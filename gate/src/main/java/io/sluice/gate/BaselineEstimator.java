package io.sluice.gate;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.baseline.BaselineRecorder;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.QuantileEstimate;
import io.sluice.gate.baseline.RelativeChange;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Threshold;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;

/**
 * A percentile of the response time against the same one of a stored baseline, with a margin. Both
 * are estimates: the interval is that of how far the one is from the other, which is shown as if
 * the baseline's were exact.
 */
final class BaselineEstimator implements Estimator {
  private final Question question;
  private final Baseline baseline;
  private final BaselineRecorder recorder;
  private final double q;
  private final String request;
  private final Punctuality punctuality;

  /**
   * An estimator.
   *
   * @param recorder is told the run's intervals by somebody else, once for all objectives
   */
  BaselineEstimator(Question question, Baseline baseline, BaselineRecorder recorder, double q) {
    this.question = question;
    this.baseline = baseline;
    this.recorder = recorder;
    this.q = q;
    request = question.objective().selection().names().getOrDefault("request", "");
    punctuality = Punctuality.of(question, 1 - q);
  }

  @Override
  public void take(Interval interval) {
    boolean _ = punctuality.take(interval);
  }

  @Override
  public Finding conclude() {
    BaselineRun run = recorder.run(question.run().header());
    QuantileEstimate now = run.series(request).quantile(q);
    long requests = run.series(request).requests();
    if (requests == 0) {
      return question.nothing();
    }
    double before = baseline.quantile(request, q).nanos();
    Objective objective = question.objective().against(limit(before));
    RelativeChange change = baseline.change(request, q, now);
    double margin = objective.threshold() / before - 1;
    double tail = question.level().tail();
    Bounds bounds = change.bounds(tail);
    boolean known = !Double.isNaN(bounds.low());
    Status status =
        !known
            ? Status.INCONCLUSIVE
            : bounds.low() > margin
                ? Status.FAIL
                : bounds.high() <= margin ? Status.PASS : Status.INCONCLUSIVE;
    return new Finding(
        objective,
        now.nanos(),
        known ? new Bounds(before * (1 + bounds.low()), before * (1 + bounds.high())) : Bounds.NONE,
        requests,
        Double.NaN,
        true,
        status,
        objective.comparison().holds(now.nanos(), objective.threshold()),
        known ? change.pAbove(margin) : 1,
        punctuality.conclude(),
        false,
        explain(now, before, change, bounds, margin));
  }

  private double limit(double before) {
    return switch (question.objective().bound()) {
      case Threshold.OfBaseline of -> of.factor() * before + of.offset();
      case Threshold.Fixed fixed -> fixed.value();
    };
  }

  private String explain(
      QuantileEstimate now, double before, RelativeChange change, Bounds bounds, double margin) {
    String figures =
        "%s is %s, in the baseline %s"
            .formatted(
                question.subject(), Units.formatNanos(now.nanos()), Units.formatNanos(before));
    if (Double.isNaN(bounds.low())) {
      return figures + ", " + question.tooShort();
    }
    return "%s: %s to %s of a difference with %s confidence (%s), where %s may be"
        .formatted(
            figures,
            signed(bounds.low()),
            signed(bounds.high()),
            question.level().text(),
            change.method(),
            signed(margin));
  }

  private static String signed(double share) {
    return (share < 0 ? "-" : "+") + Units.percent(Math.abs(share));
  }
}
