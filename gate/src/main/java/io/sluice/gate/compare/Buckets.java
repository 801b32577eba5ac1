package io.sluice.gate.compare;

import io.sluice.model.run.Times;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * The histogram buckets that any slice of two arms uses, in ascending order. Inside a bucket a
 * quantile is interpolated on the scale of logarithms: without that, medians jump by a bucket's
 * width and tests on them become erratic.
 */
final class Buckets {
  /** Below a microsecond nothing is told apart. */
  private static final double LEAST = 0.5;

  private final long[] micros;
  private final double[] lnLow;
  private final double[] lnHigh;

  /** The buckets that slices use. */
  Buckets(Slice[] a, Slice[] b) {
    micros = LongStream.concat(values(a), values(b)).sorted().distinct().toArray();
    lnLow = new double[micros.length];
    lnHigh = new double[micros.length];
    Histogram scale = Times.empty();
    for (int x = 0; x < micros.length; x++) {
      // recorded times are rounded up: those of a bucket are above the bucket before
      double low = Math.max(LEAST, scale.lowestEquivalentValue(micros[x]) - 1.0);
      double high = Math.max(LEAST, (double) scale.highestEquivalentValue(micros[x]));
      lnLow[x] = Math.log(low * 1000);
      lnHigh[x] = Math.log(high * 1000);
    }
  }

  private static LongStream values(Slice[] slices) {
    return Arrays.stream(slices).flatMapToLong(slice -> Arrays.stream(slice.micros()));
  }

  int size() {
    return micros.length;
  }

  /** Number of the bucket of a time that some slice holds. */
  int indexOf(long micro) {
    return Arrays.binarySearch(micros, micro);
  }

  /** Number of the bucket that holds quantile q; {@code size()} if it is beyond the last time. */
  int indexAt(double q, long all, IntToLongFunction upTo) {
    double rank = q * all;
    int low = 0;
    int high = micros.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo.applyAsLong(middle) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * ln of quantile q in nanoseconds; infinite where samples without a time are in the way, not a
   * number without samples.
   *
   * @param all samples, those without a time included
   * @param upTo how many have a time in bucket x or before
   */
  double logQuantile(double q, long all, IntToLongFunction upTo) {
    if (all == 0) {
      return Double.NaN;
    }
    int x = indexAt(q, all, upTo);
    if (x == micros.length) {
      return Double.POSITIVE_INFINITY;
    }
    double before = x == 0 ? 0 : upTo.applyAsLong(x - 1);
    double within = upTo.applyAsLong(x) - before;
    double share = (q * all - before) / within;
    return lnLow[x] + share * (lnHigh[x] - lnLow[x]);
  }
}
