package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;

/**
 * A stretch of the timeline that is over, in a few hundred bytes: its point, and what it takes to
 * join it with its neighbour.
 *
 * @param point what is shown of it
 * @param fromNanos from the start of the run
 * @param toNanos from the start of the run
 * @param counters of the generator, by their ordinals
 * @param response times, in HdrHistogram's V2 encoding; nothing if it is empty
 * @param lag likewise
 * @param loopDelay likewise
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them, and there are many
record PackedStretch(
    TimelinePoint point,
    long fromNanos,
    long toNanos,
    long[] counters,
    byte[] response,
    byte[] lag,
    byte[] loopDelay) {

  static byte[] pack(Histogram times) {
    if (times.getTotalCount() == 0) {
      return new byte[0];
    }
    ByteBuffer buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
    byte[] bytes = new byte[times.encodeIntoByteBuffer(buffer)];
    buffer.flip().get(bytes);
    return bytes;
  }

  static void addTo(Histogram sum, byte[] packed) {
    if (packed.length > 0) {
      sum.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(packed), 0));
    }
  }

  static long[] counters(Health health) {
    long[] counters = new long[Counter.values().length];
    for (Counter counter : Counter.values()) {
      counters[counter.ordinal()] = health.get(counter);
    }
    return counters;
  }
}
