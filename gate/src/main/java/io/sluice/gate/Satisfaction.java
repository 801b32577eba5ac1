package io.sluice.gate;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.util.List;

/**
 * The points of the Application Performance Index: a request within the target has 1, one within
 * four times the target 1/2, any other 0. One that failed has 0, unless all it failed was a check
 * on its time; one that the end of the run cut does not count before it is older than four targets.
 */
final class Satisfaction {
  private final List<Integer> series;
  private final TimeLimit target;
  private final TimeLimit tolerable;

  /** The points of some requests. */
  record Score(double points, long requests) {}

  Satisfaction(List<Integer> series, Duration target) {
    this.series = series;
    this.target = new TimeLimit(target.toNanos());
    tolerable = new TimeLimit(4.0 * target.toNanos());
  }

  /** The points of an interval. */
  Score of(Interval interval) {
    double points = 0;
    long requests = 0;
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        long timed = cell.okResponse().getTotalCount();
        long slow = target.above(cell.okResponse());
        long frustrating = tolerable.above(cell.okResponse());
        points += timed - (slow + frustrating) / 2.0;
        requests +=
            timed + cell.failedResponse().getTotalCount() + tolerable.above(cell.abortedAge());
      }
    }
    return new Score(points, requests);
  }
}
