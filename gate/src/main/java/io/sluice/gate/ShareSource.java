package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.SeriesCell;
import java.util.List;

/** Where the bad events of an objective on a share come from. */
sealed interface ShareSource {
  /** Appends what an interval holds as a slice. */
  void count(Interval interval, SliceCounts slices);

  /** What an event is called. */
  String noun();

  /** Failed requests among the finished ones. */
  record Failures(List<Integer> series) implements ShareSource {
    @Override
    public void count(Interval interval, SliceCounts slices) {
      long failed = 0;
      long finished = 0;
      for (int s : series) {
        SeriesCell cell = interval.seriesIfSeen(s);
        if (cell != null) {
          failed += cell.failed();
          finished += cell.finished();
        }
      }
      slices.add(failed, finished);
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
