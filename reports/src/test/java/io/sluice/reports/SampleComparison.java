package io.sluice.reports;

import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Design;
import io.sluice.gate.compare.Metric;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.gate.compare.RequestComparison;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Selection;
import io.sluice.model.run.RunResult;
import java.util.List;
import java.util.Map;

/** A comparison made by hand that holds all that one can hold. */
public final class SampleComparison {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double NONE = Double.NaN;

  private SampleComparison() {}

  /** Of the golden run with itself. */
  public static Comparison regression() {
    RunResult run = SampleRun.golden();
    MetricComparison p50 =
        metric(new Metric.Quantile(0.5), 20e6, 20.2e6, 0.01, -0.004, 0.021, Change.NO_REGRESSION);
    MetricComparison p95 =
        metric(new Metric.Quantile(0.95), 41e6, 52e6, 0.268, 0.21, 0.33, Change.REGRESSION);
    MetricComparison p99 =
        new MetricComparison(
            new Metric.Quantile(0.99),
            60e6,
            INFINITE,
            INFINITE,
            new Bounds(0.3, INFINITE),
            Bounds.NONE,
            0.1,
            0.0005,
            24,
            5,
            Change.REGRESSION,
            "+∞ (+30.0% to +∞), beyond the margin of 10%");
    MetricComparison errors =
        metric(new Metric.ErrorRate(), 0.001, 0.0115, 0.0105, 0.006, 0.015, Change.REGRESSION);
    MetricComparison short99 =
        new MetricComparison(
            new Metric.Quantile(0.99),
            50e6,
            55e6,
            0.1,
            Bounds.NONE,
            Bounds.NONE,
            0.1,
            NONE,
            0,
            NONE,
            Change.INCONCLUSIVE,
            "120s are too short: at least 10 blocks of 40s are needed; about 5 more minutes of each"
                + " would settle it");
    return new Comparison(
        Change.REGRESSION,
        "B is worse than A: p95 of all requests: +26.8% (+21.0% to +33.0%), beyond the margin of"
            + " 5%, with 95% confidence (and 2 more).",
        Design.SEQUENTIAL,
        Criteria.DEFAULT,
        Arm.of("runs/blue", run),
        new Arm("runs/green", run, new Selection(Map.of("phase", "b"))),
        120,
        new RequestComparison("", 60_000, 59_980, 0.5213, List.of(p50, p95, p99, errors)),
        List.of(
            new RequestComparison("browse | <b>@all", 30_000, 30_001, 0.5, List.of(p50)),
            new RequestComparison(
                "a request with a name that is longer than any line of a terminal can be, so there",
                30_000,
                29_979,
                NONE,
                List.of(
                    short99,
                    metric(
                        new Metric.Throughput(), 400, 300, -0.25, -0.3, -0.2, Change.IMPROVED)))),
        List.of("The runs were made one after the other.", "Not in both: pay_*."));
  }

  private static MetricComparison metric(
      Metric metric, double a, double b, double d, double low, double high, Change change) {
    return new MetricComparison(
        metric,
        a,
        b,
        d,
        new Bounds(low, high),
        new Bounds(low - 0.001, high + 0.001),
        0.05,
        0.0123,
        24,
        5,
        change,
        "because of the evidence");
  }
}
