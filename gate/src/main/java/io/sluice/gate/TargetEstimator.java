package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Reduction;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import java.util.List;
import java.util.Locale;

/**
 * What a Prometheus server said of the target, against a limit or a floor: the values of the
 * measured time, as one. They are known, not estimated; where some are missing or are no numbers,
 * nothing is known of those moments, and nothing is decided.
 */
final class TargetEstimator implements Estimator {
  /** With fewer of the moments the rest may hide what is looked for. */
  private static final double ENOUGH = 0.9;

  private final Question question;
  private final Measure.TargetMetric metric;

  TargetEstimator(Question question, Measure.TargetMetric metric) {
    this.question = question;
    this.metric = metric;
  }

  @Override
  public void take(Interval interval) {}

  @Override
  public Finding conclude() {
    return question
        .progress()
        .target()
        .to(metric)
        .map(
            answer ->
                switch (answer) {
                  case TargetMetrics.Problem problem -> unknown(problem.reason());
                  case TargetMetrics.Series series -> judge(series);
                })
        .orElseGet(() -> unknown("no Prometheus server was asked for it"));
  }

  private Finding unknown(String reason) {
    return Finding.nothing(question.objective(), reason);
  }

  private Finding judge(TargetMetrics.Series series) {
    List<Point> points = series.points().stream().filter(this::measured).toList();
    long wild = points.stream().filter(point -> !Double.isFinite(point.value())).count();
    double moments = question.reachedNanos() / 1e9 / series.stepSeconds();
    if (points.isEmpty()) {
      return unknown("the server has no values of the measured time: no data is not a pass");
    }
    if (wild > 0) {
      return unknown(
          "%s of the measured time %s no %s"
              .formatted(
                  "%,d of %s".formatted(wild, Question.count(points.size(), "value")),
                  wild == 1 ? "is" : "are",
                  wild == 1 ? "number" : "numbers"));
    }
    if (points.size() < Math.floor(ENOUGH * moments)) {
      return unknown(
          String.format(
              Locale.ROOT,
              "the server has values of only %,d of %,.0f moments of the measured time",
              points.size(),
              moments));
    }
    return judge(points);
  }

  private boolean measured(Point point) {
    double nanos = point.seconds() * 1e9;
    return nanos <= question.endNanos()
        && question.scope().stretches().list().stream()
            .anyMatch(s -> nanos >= s.fromNanos() && nanos <= s.toNanos());
  }

  private Finding judge(List<Point> points) {
    Objective objective = question.objective();
    double value = metric.reduction().of(points.stream().map(Point::value).toList());
    boolean holds = objective.comparison().holds(value, objective.threshold());
    boolean limit = objective.comparison().isUpperBound();
    return Finding.of(
        objective,
        value,
        Bounds.NONE,
        points.size(),
        holds ? Status.PASS : Status.FAIL,
        holds ? 1 : 0,
        Lateness.NONE,
        !holds,
        "%s: the %s of %s is %s%s, %s %s"
            .formatted(
                question.subject(),
                metric.reduction().word(),
                Question.count(points.size(), "value"),
                question.format(value),
                when(points, value),
                limit ? (holds ? "within" : "over") : (holds ? "over" : "under"),
                question.threshold()));
  }

  /** When an extreme was reached, as a clause. */
  private String when(List<Point> points, double value) {
    boolean extreme = metric.reduction() == Reduction.MAX || metric.reduction() == Reduction.MIN;
    return points.stream()
        .filter(point -> extreme && point.value() == value)
        .findFirst()
        .map(point -> " after %ss".formatted(Units.number(Math.rint(point.seconds()))))
        .orElse("");
  }
}
