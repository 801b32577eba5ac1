package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.StatusCounts;
import java.util.List;
import java.util.function.ToLongFunction;

/** Where the bad events of an objective on a share come from. */
sealed interface ShareSource
    permits ShareSource.Failures,
        ShareSource.Requests,
        ShareSource.Checks,
        ShareSource.Rates,
        SecondsSource {
  /** The bad events of an objective whose measure is a share. */
  static ShareSource of(Question question) {
    Scope scope = question.scope();
    return switch (question.objective().measure()) {
      case Measure.CheckRate _ -> new Checks(scope.checks(_ -> true));
      case Measure.NamedCheckRate named -> new Checks(scope.checks(named.check()::equals));
      case Measure.RateShare rate -> Rates.of(question, scope.metrics(rate.metric()));
      case Measure.OutcomeShare share ->
          new Requests(scope.series(), cell -> cell.outcome(share.outcome()));
      case Measure.StatusShare share ->
          new Requests(scope.series(), cell -> count(cell.statuses(), share.statuses()));
      case Measure.TimeAvailability time -> new SecondsSource(scope.series(), time.errorLimit());
      default -> new Failures(scope.series());
    };
  }

  private static long count(StatusCounts counts, StatusSet wanted) {
    long[] sum = new long[1];
    counts.forEachSeen(status -> sum[0] += wanted.contains(status) ? counts.of(status) : 0);
    return sum[0];
  }

  /** Appends what an interval holds as a slice. */
  void count(Interval interval, SliceCounts slices);

  /** Adds what an interval holds to the slices that it was intended in, as far as that is known. */
  default void spread(Interval interval, IntendedSlices intended, SliceCounts slices) {
    SliceCounts here = new SliceCounts();
    count(interval, here);
    slices.addAt(intended.of(interval, 0), here.bad(), here.all());
  }

  /** Appends what the intervals before left open, if anything; to be called after the last. */
  default void finish(SliceCounts slices) {}

  /** What an event is called. */
  String noun();

  /** Failed requests among the finished ones. */
  record Failures(List<Integer> series) implements ShareSource {
    @Override
    public void count(Interval interval, SliceCounts slices) {
      new Requests(series, SeriesCell::failed).count(interval, slices);
    }

    /** Right answers that failed only a check on their time are the slowest of the right ones. */
    @Override
    public void spread(Interval interval, IntendedSlices intended, SliceCounts slices) {
      for (int s : series) {
        SeriesCell cell = interval.seriesIfSeen(s);
        if (cell != null) {
          long others = cell.failedResponse().getTotalCount();
          intended.add(slices, interval, cell.okResponse(), cell.failed() - others);
          intended.add(slices, interval, cell.failedResponse(), others);
        }
      }
    }

    @Override
    public String noun() {
      return "request";
    }
  }

  /**
   * Finished requests.
   *
   * @param badOnes how many of a series are bad
   */
  record Requests(List<Integer> series, ToLongFunction<SeriesCell> badOnes) implements ShareSource {
    @Override
    public void count(Interval interval, SliceCounts slices) {
      long bad = 0;
      long finished = 0;
      for (int s : series) {
        SeriesCell cell = interval.seriesIfSeen(s);
        if (cell != null) {
          bad += badOnes.applyAsLong(cell);
          finished += cell.finished();
        }
      }
      slices.add(bad, finished);
    }

    @Override
    public String noun() {
      return "request";
    }
  }

  /** Checks that failed. */
  record Checks(List<Integer> cells) implements ShareSource {
    @Override
    public void count(Interval interval, SliceCounts slices) {
      long fails = 0;
      long all = 0;
      for (int c : cells) {
        CheckCell cell = interval.checkIfSeen(c);
        if (cell != null) {
          fails += cell.fails();
          all += cell.fails() + cell.passes();
        }
      }
      slices.add(fails, all);
    }

    @Override
    public String noun() {
      return "check";
    }
  }

  /**
   * Values of a rate of the scenario's own.
   *
   * @param bad which value is bad: true under a ceiling, false over a floor
   */
  record Rates(List<Integer> cells, boolean bad) implements ShareSource {
    static Rates of(Question question, List<Integer> cells) {
      return new Rates(cells, question.objective().comparison().isUpperBound());
    }

    @Override
    public void count(Interval interval, SliceCounts slices) {
      long trues = 0;
      long all = 0;
      for (int m : cells) {
        MetricCell cell = interval.metricIfSeen(m);
        if (cell != null) {
          trues += cell.trues();
          all += cell.total();
        }
      }
      slices.add(bad ? trues : all - trues, all);
    }

    @Override
    public String noun() {
      return "value";
    }
  }
}
