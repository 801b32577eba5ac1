package io.sluice.truth;

import io.sluice.storefront.truth.Outcome;
import io.sluice.storefront.truth.RequestLog;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * The exact times that a server took, and how far a histogram of the same requests is from them.
 */
final class TimeDistribution {
  private final long[] nanos;

  private TimeDistribution(long[] sorted) {
    nanos = sorted;
  }

  /** Times in the server of all that was answered. */
  static TimeDistribution of(RequestLog log) {
    return ofNanos(
        IntStream.range(0, log.size())
            .filter(row -> log.outcome(row) == Outcome.ANSWERED)
            .mapToLong(log::timeInServerNanos));
  }

  /** Of these times. */
  static TimeDistribution ofNanos(LongStream times) {
    return new TimeDistribution(times.sorted().toArray());
  }

  /** How many there are. */
  int count() {
    return nanos.length;
  }

  /** The nearest rank of quantile q, in milliseconds. */
  double millis(double q) {
    int rank = Math.max(1, (int) Math.ceil(q * nanos.length));
    return nanos[rank - 1] / 1e6;
  }

  /** The share of times up to this one. */
  double share(long upTo) {
    int at = Arrays.binarySearch(nanos, upTo);
    int end = at < 0 ? -at - 1 : at + 1;
    while (end < nanos.length && nanos[end] == upTo) {
      end++;
    }
    return (double) end / nanos.length;
  }

  /**
   * Kolmogorov's distance, the largest difference of the two distribution functions, at the edges
   * of the histogram's buckets: within them it does not know its own.
   *
   * @param times in microseconds, rounded up
   */
  double kolmogorov(Histogram times) {
    return edges(times)
        .mapToDouble(edge -> Math.abs(below(times, edge) - share(edge * 1000)))
        .max()
        .orElse(1);
  }

  /**
   * The same up to a tolerance of times: how far the histogram's function leaves the band between
   * the server's moved to the left and moved to the right. Where many times are exactly alike, any
   * difference at all, were it the network's 50 µs, makes a distance of nearly 1 without it.
   *
   * @param tolerance how much is allowed at a time, both in nanoseconds
   */
  double beyond(Histogram times, LongUnaryOperator tolerance) {
    return edges(times)
        .mapToDouble(
            edge -> {
              long at = edge * 1000;
              long allowed = tolerance.applyAsLong(at);
              double seen = below(times, edge);
              return Math.max(share(at - allowed) - seen, seen - share(at + allowed));
            })
        .map(distance -> Math.max(0, distance))
        .max()
        .orElse(1);
  }

  /** Where either function steps, and right before. */
  private LongStream edges(Histogram times) {
    LongStream log = Arrays.stream(nanos).map(time -> (time + 999) / 1000);
    LongStream seen =
        StreamSupport.stream(times.recordedValues().spliterator(), false)
            .mapToLong(HistogramIterationValue::getValueIteratedTo);
    return LongStream.concat(log, seen)
        .map(times::highestEquivalentValue)
        .distinct()
        .flatMap(edge -> LongStream.of(edge, previous(times, edge)));
  }

  private static long previous(Histogram times, long edge) {
    return Math.max(0, times.lowestEquivalentValue(edge) - 1);
  }

  private static double below(Histogram times, long edge) {
    return (double) times.getCountBetweenValues(0, edge) / times.getTotalCount();
  }
}
