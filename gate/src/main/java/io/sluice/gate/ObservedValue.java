package io.sluice.gate;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import java.util.List;

/** A number that is known, not estimated. Not thread-safe. */
sealed interface ObservedValue {
  /** Takes in what an interval saw. */
  void take(Interval interval);

  /** The number; {@code NaN} if nothing was seen. */
  double value();

  /** How many events it rests on. */
  long samples();

  /** What an event is called. */
  String noun();

  /** Iterations that started, as a share of those that the plan wanted. */
  final class Offered implements ObservedValue {
    private long planned;
    private long offered;

    @Override
    public void take(Interval interval) {
      Health health = interval.health();
      planned += health.get(Counter.PLANNED);
      offered += health.get(Counter.OFFERED);
    }

    @Override
    public double value() {
      return (double) offered / planned;
    }

    @Override
    public long samples() {
      return planned;
    }

    @Override
    public String noun() {
      return "planned iteration";
    }
  }

  /** The sum of a counter; 0 if there were requests, but nothing was added. */
  final class Total implements ObservedValue {
    private final List<Integer> cells;
    private final List<Integer> series;
    private double sum;
    private long added;
    private boolean seen;

    private Total(List<Integer> cells, List<Integer> series) {
      this.cells = cells;
      this.series = series;
    }

    static Total of(Question question, String metric) {
      return new Total(question.scope().metrics(metric), question.scope().series());
    }

    @Override
    public void take(Interval interval) {
      for (int m : cells) {
        MetricCell cell = interval.metricIfSeen(m);
        if (cell != null) {
          sum += cell.sum();
          added += cell.total();
        }
      }
      seen |= series.stream().anyMatch(s -> interval.seriesIfSeen(s) != null);
    }

    @Override
    public double value() {
      return seen || added > 0 ? sum : Double.NaN;
    }

    @Override
    public long samples() {
      return added;
    }

    @Override
    public String noun() {
      return "value";
    }
  }

  /** The last value of a gauge. */
  final class Last implements ObservedValue {
    private final List<Integer> cells;
    private double last = Double.NaN;
    private long set;

    private Last(List<Integer> cells) {
      this.cells = cells;
    }

    static Last of(Question question, String metric) {
      return new Last(question.scope().metrics(metric));
    }

    @Override
    public void take(Interval interval) {
      for (int m : cells) {
        MetricCell cell = interval.metricIfSeen(m);
        if (cell != null) {
          last = cell.last();
          set += cell.total();
        }
      }
    }

    @Override
    public double value() {
      return last;
    }

    @Override
    public long samples() {
      return set;
    }

    @Override
    public String noun() {
      return "value";
    }
  }
}
