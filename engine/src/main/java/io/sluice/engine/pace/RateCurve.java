package io.sluice.engine.pace;

import io.sluice.model.plan.ArrivalModel;
import java.util.List;

/**
 * An arrival rate over time and its integral.
 *
 * <p>With rate l(t) in arrivals per second, L(t) is the integral of l from 0 to t: how many
 * arrivals are expected until t. Arrivals are the instants {@code L⁻¹(y)} for steps of y: k + 1/2
 * for uniform spacing, a running sum of Exp(1) for a Poisson process. Within a stage from l0 to l1
 * that lasts T, with c = (l1 - l0) / T, {@code L⁻¹(y) = (-l0 + sqrt(l0² + 2 c y)) / c}.
 */
final class RateCurve {
  private record Stage(double startSeconds, double seconds, double from, double to, double before) {
    double arrivals() {
      return (from + to) / 2 * seconds;
    }

    double timeOf(double y) {
      double slope = (to - from) / seconds;
      double local = y - before;
      if (local <= 0) {
        return startSeconds;
      }
      if (Math.abs(slope) < 1e-12) {
        return startSeconds + local / from;
      }
      double root = Math.sqrt(Math.max(0, from * from + 2 * slope * local));
      // The textbook form (root - from) / slope loses digits when the slope is small.
      return startSeconds + 2 * local / (root + from);
    }
  }

  private final Stage[] stages;
  private final double total;

  private RateCurve(List<ArrivalModel.RateStage> planned, double start) {
    stages = new Stage[planned.size()];
    double at = 0;
    double level = start;
    double sum = 0;
    for (int i = 0; i < stages.length; i++) {
      double seconds = planned.get(i).duration().toNanos() / 1e9;
      stages[i] = new Stage(at, seconds, level, planned.get(i).target(), sum);
      level = planned.get(i).target();
      at += seconds;
      sum += seconds > 0 ? stages[i].arrivals() : 0;
    }
    total = sum;
  }

  static RateCurve of(ArrivalModel model) {
    return switch (model) {
      case ArrivalModel.ConstantRate constant ->
          new RateCurve(
              List.of(new ArrivalModel.RateStage(constant.duration(), constant.perSecond())),
              constant.perSecond());
      case ArrivalModel.RampingRate ramp -> new RateCurve(ramp.stages(), ramp.start());
      case ArrivalModel.Split split -> of(split.whole());
      case ArrivalModel.ConstantUsers _,
          ArrivalModel.RampingUsers _,
          ArrivalModel.Iterations _,
          ArrivalModel.SharedIterations _ ->
          throw new IllegalArgumentException("a closed model has no arrival rate");
    };
  }

  /** Arrivals expected over the whole curve. */
  double total() {
    return total;
  }

  /** When the integral first reaches y, in nanoseconds; END beyond the curve. */
  long nanosOf(double y) {
    if (y >= total) {
      return ArrivalSequence.END;
    }
    int i = 0;
    while (i + 1 < stages.length
        && (stages[i].seconds() == 0 || y > stages[i].before() + stages[i].arrivals())) {
      i++;
    }
    return Math.round(stages[i].timeOf(y) * 1e9);
  }
}
