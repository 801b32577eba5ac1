package io.sluice.gate;

import io.sluice.gate.stats.Trend;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.Phase;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the target answered as fast at the end of a steady load as at its beginning, and did not
 * fall behind. Looks at runs whose load does not change while it is measured; in others it sees
 * nothing. Where two arms are compared it looks at the response times of B, the release.
 */
final class Steadiness {
  private static final int PARTS = 15;
  private static final double LEVEL = 0.01;
  private static final double LEAST_RISE = Math.log(1.1);
  private static final double LEAST_BACKLOG = 5;
  private static final double GROWTH = 1.5;

  private final Stretches.Stretch whole;
  private final boolean open;
  private final TimeCells[] times = new TimeCells[PARTS];
  private final double[] inFlight = new double[PARTS];
  private final int[] slices = new int[PARTS];
  private final List<Integer> series;
  private final SeriesTimes seriesTimes;

  Steadiness(RunResult run, List<Integer> measured, SeriesTimes seriesTimes) {
    series =
        measured.stream()
            .filter(s -> !Arm.A.key().equals(run.catalog().series(s).tags().get(Arm.TAG)))
            .toList();
    this.seriesTimes = seriesTimes;
    seriesTimes.want(series);
    List<Stretches.Stretch> stretches =
        Stretches.measured(run.plan(), run.catalog()).list().stream()
            .map(stretch -> new Stretches.Stretch("", stretch.fromNanos(), stretch.toNanos()))
            .distinct()
            .toList();
    boolean constant = run.plan().phases().stream().map(Phase::arrivals).allMatch(this::constant);
    whole =
        constant && stretches.size() == 1
            ? stretches.getFirst()
            : new Stretches.Stretch("", Long.MAX_VALUE, Long.MAX_VALUE);
    open = run.plan().phases().stream().allMatch(phase -> phase.arrivals().open());
    for (int i = 0; i < PARTS; i++) {
      times[i] = new TimeCells();
    }
  }

  private boolean constant(ArrivalModel model) {
    return switch (model) {
      case ArrivalModel.ConstantRate _, ArrivalModel.ConstantUsers _ -> true;
      case ArrivalModel.RampingRate _,
          ArrivalModel.RampingUsers _,
          ArrivalModel.Iterations _,
          ArrivalModel.SharedIterations _ ->
          false;
      case ArrivalModel.Split split -> constant(split.whole());
    };
  }

  /** Takes an interval in, after {@link SeriesTimes} did. */
  void take(Interval interval) {
    if (!whole.covers(interval.fromNanos(), interval.toNanos())) {
      return;
    }
    double share =
        (double) (interval.fromNanos() - whole.fromNanos()) / (whole.toNanos() - whole.fromNanos());
    int part = (int) (PARTS * share);
    series.forEach(s -> times[part].add(seriesTimes.slice(s)));
    inFlight[part] += interval.health().get(Counter.IN_FLIGHT);
    slices[part]++;
  }

  /**
   * By which factor the median response time rose from the beginning of the load to its end; 1 if
   * it did not, or by so little that chance explains it.
   */
  double rise() {
    List<Double> medians = new ArrayList<>();
    for (TimeCells part : times) {
      double median = part.median();
      if (!Double.isNaN(median)) {
        medians.add(Math.log(median));
      }
    }
    Trend trend = Trend.of(medians.stream().mapToDouble(Double::doubleValue).toArray());
    return trend.pRising() < LEVEL && trend.change() > LEAST_RISE ? Math.exp(trend.change()) : 1;
  }

  /** Whether ever more requests were waiting for their answers while arrivals came evenly. */
  boolean fallsBehind() {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      if (slices[i] > 0) {
        means.add(inFlight[i] / slices[i]);
      }
    }
    double[] values = means.stream().mapToDouble(Double::doubleValue).toArray();
    Trend trend = Trend.of(values);
    return open
        && trend.pRising() < LEVEL
        && trend.change() > LEAST_BACKLOG
        && values[values.length - 1] > GROWTH * values[0];
  }
}
