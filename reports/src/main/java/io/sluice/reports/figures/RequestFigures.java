package io.sluice.reports.figures;

import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCell;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of some requests.
 *
 * @param started how many were released
 * @param finished how many ended in any way but aborted
 * @param failed how many of the finished were not ok
 * @param aborted how many the end of the run cut
 * @param outcomes how many ended so, every outcome
 * @param statuses how many answers had that HTTP status
 * @param ratePerSecond finished per second; {@code NaN} if there was no second
 * @param errorRate failed over finished, 0 to 1; {@code NaN} if none finished
 * @param response done - intended of all finished requests, failed ones at the time they took
 * @param service done - written
 * @param firstByte first byte - written
 * @param bytesSent on the wire, headers included, TLS not
 * @param bytesReceived on the wire, headers included, TLS not
 * @param redirects how many were followed
 */
public record RequestFigures(
    long started,
    long finished,
    long failed,
    long aborted,
    Map<Outcome, Long> outcomes,
    SortedMap<Integer, Long> statuses,
    double ratePerSecond,
    double errorRate,
    Distribution response,
    Distribution service,
    Distribution firstByte,
    long bytesSent,
    long bytesReceived,
    long redirects) {

  public RequestFigures {
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
  }

  /** The figures of a cell that covers that many seconds. */
  public static RequestFigures of(SeriesCell cell, double seconds) {
    return of(cell, Sums.Spread.of(cell), seconds);
  }

  static RequestFigures of(SeriesCell cell, Sums sums, double seconds) {
    return of(cell, sums.spread(cell), seconds);
  }

  private static RequestFigures of(SeriesCell cell, Sums.Spread spread, double seconds) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, cell.outcome(outcome));
    }
    SortedMap<Integer, Long> statuses = new TreeMap<>();
    cell.statuses().forEachSeen(status -> statuses.put(status, cell.statuses().of(status)));
    long finished = cell.finished();
    return new RequestFigures(
        cell.started(),
        finished,
        cell.failed(),
        cell.outcome(Outcome.ABORTED),
        outcomes,
        statuses,
        seconds > 0 ? finished / seconds : Double.NaN,
        finished > 0 ? (double) cell.failed() / finished : Double.NaN,
        spread.response(),
        spread.service(),
        spread.firstByte(),
        cell.bytesSent(),
        cell.bytesReceived(),
        cell.redirects());
  }
}
