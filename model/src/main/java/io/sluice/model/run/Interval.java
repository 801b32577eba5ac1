package io.sluice.model.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one slice of time of one cell saw, or of several cells added up: the second contract. A
 * slice is as long as {@link io.sluice.model.plan.LoadPlan#sliceNanos()} says; the last one of a
 * run may be shorter.
 *
 * <p>Promises:
 *
 * <ol>
 *   <li>Intervals add up: merging over time, over cells and over machines is {@link #add}, and
 *       loses nothing.
 *   <li>A request is counted as started in the interval in which it was released, and as ended in
 *       the interval in which it was done; both times in the series of the window that its intended
 *       start lies in. So the sum over all intervals of a window is all of its requests.
 *   <li>One thread at a time: a cell writes it, then hands it on.
 * </ol>
 */
public final class Interval {
  /** More kinds of errors than this are counted under the detail {@code other}. */
  public static final int MAX_ERROR_KINDS = 200;

  /** More requests than this are not kept as evidence. */
  public static final int MAX_SAMPLES = 500;

  private final @Nullable SeriesCell[] series;
  private final @Nullable CheckCell[] checks;
  private final @Nullable MetricCell[] metrics;
  private final Map<ErrorKey, Long> errors = new LinkedHashMap<>();
  private final List<RequestSample> samples = new ArrayList<>();
  private final Health health = new Health();
  private final List<Health> loops = new ArrayList<>();
  private final @Nullable Histogram[] pending;
  private int loopCount;
  private int number;
  private long fromNanos;
  private long toNanos;

  /** An empty interval for the series of a catalog. */
  public Interval(SeriesCatalog catalog) {
    series = new SeriesCell[catalog.seriesCount()];
    checks = new CheckCell[catalog.windowCount() * catalog.checkCount()];
    metrics = new MetricCell[catalog.windowCount() * catalog.metricCount()];
    pending = new Histogram[catalog.seriesCount()];
  }

  /**
   * Sets which stretch of the run it is.
   *
   * @param number 0 for the first slice
   * @param fromNanos from the start of the run
   * @param toNanos from the start of the run, exclusive
   */
  public void span(int number, long fromNanos, long toNanos) {
    this.number = number;
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  /** The cell of a series, made on first use. */
  public SeriesCell series(int index) {
    SeriesCell cell = series[index];
    if (cell == null) {
      cell = new SeriesCell();
      series[index] = cell;
    }
    return cell;
  }

  /** The cell of check c in window w: {@code w * checkCount + c}, made on first use. */
  public CheckCell check(int index) {
    CheckCell cell = checks[index];
    if (cell == null) {
      cell = new CheckCell();
      checks[index] = cell;
    }
    return cell;
  }

  /** The cell of metric m in window w: {@code w * metricCount + m}, made on first use. */
  public MetricCell metric(int index) {
    MetricCell cell = metrics[index];
    if (cell == null) {
      cell = new MetricCell();
      metrics[index] = cell;
    }
    return cell;
  }

  /** The cell of a series, or null if the interval saw nothing of it. */
  public @Nullable SeriesCell seriesIfSeen(int index) {
    SeriesCell cell = series[index];
    return cell == null || cell.isEmpty() ? null : cell;
  }

  /** The cell of a check in a window, or null if the interval saw nothing of it. */
  public @Nullable CheckCell checkIfSeen(int index) {
    CheckCell cell = checks[index];
    return cell == null || cell.passes() + cell.fails() == 0 ? null : cell;
  }

  /** The cell of a metric in a window, or null if the interval saw nothing of it. */
  public @Nullable MetricCell metricIfSeen(int index) {
    MetricCell cell = metrics[index];
    boolean empty = cell == null || cell.total() + cell.trend().getTotalCount() == 0;
    return empty ? null : cell;
  }

  /** Counts a failure by kind. */
  public void error(ErrorKey key, long count) {
    boolean full = errors.size() >= MAX_ERROR_KINDS && !errors.containsKey(key);
    errors.merge(full ? new ErrorKey("", key.outcome(), "other") : key, count, Long::sum);
  }

  /** Failures by kind. */
  public Map<ErrorKey, Long> errors() {
    return errors;
  }

  /** Keeps a request as evidence; what is beyond {@value #MAX_SAMPLES} is not kept. */
  public void sample(RequestSample sample) {
    if (samples.size() < MAX_SAMPLES) {
      samples.add(sample);
    }
  }

  /** Requests that were kept as evidence, in the order of their ends. */
  public List<RequestSample> samples() {
    return Collections.unmodifiableList(samples);
  }

  /** Replaces the requests that were kept. */
  public void replaceSamples(UnaryOperator<RequestSample> change) {
    samples.replaceAll(change);
  }

  /**
   * The generator's own state: of the cell that wrote the interval; of a merged one the sum of its
   * {@link #loops} and of what belongs to the process as a whole.
   */
  public Health health() {
    return health;
  }

  /** The state of each cell's loop, by the cell's number; empty in a cell's own interval. */
  public List<Health> loops() {
    return Collections.unmodifiableList(loops.subList(0, loopCount));
  }

  /** The state of a cell's loop, made on first use: a part of {@link #health}. */
  Health loop(int cell) {
    if (cell < 0) {
      throw new IllegalArgumentException("no loop has the number " + cell);
    }
    while (loops.size() <= cell) {
      loops.add(new Health());
    }
    loopCount = Math.max(loopCount, cell + 1);
    return loops.get(cell);
  }

  /**
   * Ages (interval's end - intended, in microseconds) of the series' requests that are without an
   * end at the interval's end, made on first use. Kept only where the plan may end early, and not
   * in the run log.
   */
  public Histogram pending(int index) {
    Histogram ages = pending[index];
    if (ages == null) {
      ages = Times.fresh();
      pending[index] = ages;
    }
    return ages;
  }

  /** The ages of a series' requests under way, or null if none is known. */
  public @Nullable Histogram pendingIfSeen(int index) {
    Histogram ages = pending[index];
    return ages == null || ages.getTotalCount() == 0 ? null : ages;
  }

  /** Adds what a cell saw in the same interval, and keeps the state of its loop apart. */
  public void addCell(int cell, Interval other) {
    add(other);
    loop(cell).add(other.health);
    for (int i = 0; i < pending.length; i++) {
      Histogram ages = other.pendingIfSeen(i);
      if (ages != null) {
        pending(i).add(ages);
      }
    }
  }

  /**
   * Adds what another interval of the same catalog saw, loop by loop; neither its span is touched
   * nor the ages of what is {@link #pending}, which belong to one instant.
   */
  public void add(Interval other) {
    for (int i = 0; i < series.length; i++) {
      SeriesCell cell = other.seriesIfSeen(i);
      if (cell != null) {
        series(i).add(cell);
      }
    }
    for (int i = 0; i < checks.length; i++) {
      CheckCell cell = other.checkIfSeen(i);
      if (cell != null) {
        check(i).add(cell.passes(), cell.fails());
      }
    }
    addMetrics(other);
    addRest(other);
  }

  void addMetrics(Interval other) {
    for (int i = 0; i < metrics.length; i++) {
      MetricCell cell = other.metricIfSeen(i);
      if (cell != null) {
        metric(i).add(cell);
      }
    }
  }

  /** What is not numbered by names. */
  void addRest(Interval other) {
    other.errors.forEach(this::error);
    other.samples.forEach(this::sample);
    health.add(other.health);
    for (int i = 0; i < other.loopCount; i++) {
      loop(i).add(other.loops.get(i));
    }
  }

  /** Empties it for its next use. */
  public void reset() {
    for (SeriesCell cell : series) {
      if (cell != null && !cell.isEmpty()) {
        cell.reset();
      }
    }
    for (CheckCell cell : checks) {
      if (cell != null) {
        cell.reset();
      }
    }
    for (MetricCell cell : metrics) {
      if (cell != null) {
        cell.reset();
      }
    }
    errors.clear();
    samples.clear();
    health.reset();
    loops.forEach(Health::reset);
    loopCount = 0;
    for (Histogram ages : pending) {
      if (ages != null) {
        Times.clear(ages);
      }
    }
  }

  /** Which slice of the run it is: 0 for the first. */
  public int number() {
    return number;
  }

  /** Where it starts, in nanoseconds from the start of the run. */
  public long fromNanos() {
    return fromNanos;
  }

  /** Where it ends, in nanoseconds from the start of the run. */
  public long toNanos() {
    return toNanos;
  }

  /** How many series there are. */
  public int seriesCount() {
    return series.length;
  }

  /** How many cells of checks there are. */
  public int checkCells() {
    return checks.length;
  }

  /** How many cells of metrics there are. */
  public int metricCells() {
    return metrics.length;
  }
}
