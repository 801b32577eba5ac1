package io.sluice.gate.compare;

import io.sluice.model.run.Times;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * What a slice saw of a request.
 *
 * @param micros times in ascending order, each the highest of its histogram bucket
 * @param counts how many requests took each of them
 * @param untimed failed requests, which are slower than any
 * @param finished requests with any outcome but aborted
 * @param errors those of them that count as errors
 * @param ok answers per outcome that count for throughput
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes slices, and there are many
record Slice(long[] micros, long[] counts, long untimed, long finished, long errors, long ok) {
  static final Slice EMPTY = new Slice(new long[0], new long[0], 0, 0, 0, 0);

  static Slice of(Histogram times, long untimed, long finished, long errors, long ok) {
    LongStream.Builder micros = LongStream.builder();
    LongStream.Builder counts = LongStream.builder();
    Times.forEachBucket(
        times,
        (time, count) -> {
          micros.add(time);
          counts.add(count);
        });
    return new Slice(
        micros.build().toArray(), counts.build().toArray(), untimed, finished, errors, ok);
  }

  /** How many requests have a time. */
  double timed() {
    return Arrays.stream(counts).sum();
  }

  /** Sum of their times. */
  double nanos() {
    double sum = 0;
    for (int i = 0; i < micros.length; i++) {
      sum += micros[i] * 1000.0 * counts[i];
    }
    return sum;
  }
}
