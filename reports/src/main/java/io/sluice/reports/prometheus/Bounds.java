package io.sluice.reports.prometheus;

import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.Times;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Upper bounds of a histogram's buckets, in seconds and ascending; that of the last one, which is
 * infinite, is not among them.
 *
 * <p>Every limit on a time that an objective sets is a bound, so that the share of requests over it
 * is exact; more bounds stand close to it, because a percentile is interpolated between the two
 * bounds around it.
 */
final class Bounds {
  /** So many bounds at most, unless objectives alone set more limits. */
  static final int MOST = 48;

  private static final List<Double> USUAL =
      List.of(
          0.001, 0.002, 0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75,
          1.0, 1.5, 2.0, 3.0, 5.0, 7.5, 10.0, 20.0, 30.0, 60.0);
  private static final List<Double> SHORT =
      List.of(0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0);
  private static final List<Double> NEAR = List.of(0.9, 1.1, 0.8, 1.25);
  private static final double APART = 0.04;
  private static final double NANOS = 1e9;

  private final double[] seconds;
  private final long[] edges;

  private Bounds(Collection<Double> bounds) {
    seconds = bounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    edges = Arrays.stream(seconds).mapToLong(Bounds::edge).toArray();
  }

  /** From 1 ms to a minute. */
  static Bounds usual() {
    return new Bounds(USUAL);
  }

  /** From 0.1 ms to 5 s: for delays that should not be. */
  static Bounds ofDelays() {
    return new Bounds(SHORT);
  }

  /** For response times: the usual ones, and those of objectives on response times. */
  static Bounds ofResponses(List<Objective> objectives) {
    return around(objectives, metric -> metric.isEmpty());
  }

  /** For a trend of the scenario's own: the usual ones, and those of objectives on it. */
  static Bounds ofTrend(String name, List<Objective> objectives) {
    return around(objectives, name::equals);
  }

  private static Bounds around(List<Objective> objectives, Predicate<String> ofMetric) {
    List<Double> limits =
        objectives.stream()
            .filter(objective -> ofMetric.test(objective.measure().ownMetric()))
            .flatMap(Bounds::limits)
            .filter(limit -> limit > 0 && limit <= Times.MAX_MICROS / 1e6)
            .distinct()
            .toList();
    TreeSet<Double> bounds = new TreeSet<>(USUAL);
    bounds.addAll(limits);
    for (double factor : NEAR) {
      for (double limit : limits) {
        double bound = rounded(factor * limit);
        if (bounds.size() < MOST && standsApart(bound, bounds)) {
          bounds.add(bound);
        }
      }
    }
    return new Bounds(bounds);
  }

  private static Stream<Double> limits(Objective objective) {
    if (objective.measure() instanceof Measure.Apdex(var target)) {
      double satisfied = target.toNanos() / NANOS;
      return Stream.of(satisfied, 4 * satisfied);
    }
    boolean fixed = objective.bound() instanceof Threshold.Fixed;
    return fixed && objective.measure().unit() == Measure.Unit.TIME
        ? Stream.of(objective.threshold() / NANOS)
        : Stream.of();
  }

  private static boolean standsApart(double bound, Collection<Double> bounds) {
    return bounds.stream().noneMatch(other -> Math.abs(other - bound) < APART * bound);
  }

  private static double rounded(double bound) {
    return new BigDecimal(bound).round(new MathContext(3)).doubleValue();
  }

  /**
   * A time in the bucket of the histogram that holds the bound is not above it, as for the gate.
   */
  private static long edge(double seconds) {
    return Times.empty().highestEquivalentValue((long) Math.ceil(seconds * 1e6 - 1e-6));
  }

  /** How many there are. */
  int size() {
    return seconds.length;
  }

  /** One of them, in seconds. */
  double seconds(int bound) {
    return seconds[bound];
  }

  /** The first bound that holds a time of so many microseconds; {@link #size} if none does. */
  int bucketOf(long micros) {
    int place = Arrays.binarySearch(edges, micros);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && edges[place - 1] == micros) {
      place--; // two limits that share a bucket of the histogram
    }
    return place;
  }

  @Override
  public String toString() {
    return DoubleStream.of(seconds).boxed().toList().toString();
  }
}
