package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCell;
import java.util.List;
import java.util.function.ToLongFunction;

/** What flows in an interval: an amount that is to be divided by time. */
@FunctionalInterface
interface Flow {
  /** The amount; {@code NaN} if nothing was seen of what it flows in. */
  double in(Interval interval);

  /** What an objective looks at in a phase, in whatever window it was intended. */
  static Flow of(Question question, String phase) {
    List<Integer> series = question.scope().seriesOfPhase(phase);
    return switch (question.objective().measure()) {
      case Measure.ByteRate(Measure.Direction direction) ->
          switch (direction) {
            case SENT -> requests(series, SeriesCell::bytesSent);
            case RECEIVED -> requests(series, SeriesCell::bytesReceived);
          };
      case Measure.CounterRate(String metric) ->
          counter(question.scope().metricsOfPhase(metric, phase), requests(series, _ -> 0));
      default -> requests(series, cell -> cell.outcome(Outcome.OK));
    };
  }

  private static Flow requests(List<Integer> series, ToLongFunction<SeriesCell> amount) {
    return interval -> {
      long sum = 0;
      boolean seen = false;
      for (int s : series) {
        SeriesCell cell = interval.seriesIfSeen(s);
        if (cell != null) {
          sum += amount.applyAsLong(cell);
          seen = true;
        }
      }
      return seen ? (double) sum : Double.NaN;
    };
  }

  /** Where there were requests, but nothing was added, that is 0. */
  private static Flow counter(List<Integer> cells, Flow requests) {
    return interval -> {
      double sum = requests.in(interval);
      for (int m : cells) {
        MetricCell cell = interval.metricIfSeen(m);
        if (cell != null) {
          sum = (Double.isNaN(sum) ? 0 : sum) + cell.sum();
        }
      }
      return sum;
    };
  }
}
