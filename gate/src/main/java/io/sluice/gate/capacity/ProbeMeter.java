package io.sluice.gate.capacity;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Measures a probe: rates and concurrency over the intervals that its measured windows cover,
 * response times of the requests that were intended in them, and the generator's own state.
 */
final class ProbeMeter {
  private static final double SECOND = 1e9;
  private static final double TAIL = 0.025;
  private static final double FULL_LOAD = 0.99;
  private static final double BUSY = 0.95;
  private static final double WAITING = 0.25;

  private final long fromNanos;
  private final long toNanos;
  private final int users;
  private final int allSeries;
  private final List<Integer> measured;
  private final Histogram response = Times.fresh();
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> finished = new ArrayList<>();
  private final List<Double> inFlight = new ArrayList<>();
  private long planned;
  private long offered;
  private long offeredMeasured;
  private long dropped;
  private double inFlightAtDrops;
  private int intervalsWithDrops;
  private long busy;
  private long loop;

  ProbeMeter(RunResult run) {
    Phase phase = run.plan().phases().getFirst();
    List<Window> windows = phase.windows().stream().filter(Window::measured).toList();
    fromNanos = windows.getFirst().from().toNanos();
    toNanos = windows.getLast().to().toNanos();
    users = phase.arrivals().maxUsers();
    SeriesCatalog catalog = run.catalog();
    allSeries = catalog.seriesCount();
    measured =
        IntStream.range(0, allSeries).filter(s -> catalog.series(s).measured()).boxed().toList();
  }

  void take(Interval interval) {
    var health = interval.health();
    planned += health.get(Counter.PLANNED);
    offered += health.get(Counter.OFFERED);
    dropped += health.get(Counter.DROPPED);
    if (health.get(Counter.DROPPED) > 0) {
      intervalsWithDrops++;
      inFlightAtDrops += health.get(Counter.IN_FLIGHT);
    }
    for (int s : measured) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        response.add(cell.okResponse());
        response.add(cell.failedResponse());
      }
    }
    if (interval.fromNanos() >= fromNanos && interval.toNanos() <= toNanos) {
      covered(interval);
    }
  }

  private void covered(Interval interval) {
    var health = interval.health();
    double length = (interval.toNanos() - interval.fromNanos()) / SECOND;
    long ended = 0;
    for (int s = 0; s < allSeries; s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      ended += cell == null ? 0 : cell.finished();
    }
    seconds.add(length);
    finished.add((double) ended);
    inFlight.add(health.get(Counter.IN_FLIGHT) * length);
    offeredMeasured += health.get(Counter.OFFERED);
    busy += health.get(Counter.BUSY_NANOS);
    loop += health.get(Counter.LOOP_NANOS);
  }

  ProbeFigures figures() {
    double length = seconds.stream().mapToDouble(x -> x).sum();
    BatchMeans requests = means(finished);
    BatchMeans waiting = means(inFlight);
    return new ProbeFigures(
        length,
        length == 0 ? 0 : offeredMeasured / length,
        length == 0 ? 0 : requests.mean(),
        requests.bounded() ? requests.standardError() : poissonError(length),
        length == 0 ? 0 : waiting.mean(),
        waiting.bounded() ? waiting.standardError() : Double.POSITIVE_INFINITY,
        response.getTotalCount() == 0 ? 0 : response.getMean() / 1e6,
        response.getValueAtPercentile(50) * 1000.0,
        response.getValueAtPercentile(99) * 1000.0);
  }

  private BatchMeans means(List<Double> sums) {
    return BatchMeans.of(
        sums.stream().mapToDouble(x -> x).toArray(),
        seconds.stream().mapToDouble(x -> x).toArray(),
        TAIL);
  }

  private double poissonError(double length) {
    return length == 0 ? 0 : Math.sqrt(finished.stream().mapToDouble(x -> x).sum()) / length;
  }

  /** Arrivals that found no free user. */
  long dropped() {
    return dropped;
  }

  /** Whether, when arrivals were dropped, users waited for answers and the generator had time. */
  boolean waitedForTarget() {
    boolean idle = loop == 0 || busy < BUSY * loop;
    return idle && intervalsWithDrops > 0 && inFlightAtDrops / intervalsWithDrops > WAITING * users;
  }

  /** How many requests so many iterations would have sent. */
  long requestsOf(long iterations) {
    double sent = finished.stream().mapToDouble(x -> x).sum();
    return Math.round(iterations * Math.max(1, sent / Math.max(1, offeredMeasured)));
  }

  /** Whether the generator made less load than planned. */
  boolean shortOfLoad() {
    return dropped > 0 || offered < FULL_LOAD * planned;
  }
}
