package io.sluice.model.run;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Histograms of {@link Times} as text: their buckets in rising order, each as the step from the one
 * before, in microseconds, and its count where it is more than 1: {@code 5230,40x3,128} are 5.23
 * ms, three times 5.27 ms and 5.398 ms. Most of a slice's histograms hold a few values; those of an
 * hour are read in the time that it takes to add them up.
 *
 * <p>What version 2 of the log had in its place is read, too: HdrHistogram's compressed V2 encoding
 * in base64.
 */
final class HistogramText {
  /** More than any duration, as much as any distribution of numbers. */
  private static final long MOST = (long) (MetricCell.MAX_NUMBER * MetricCell.PER_NUMBER);

  private HistogramText() {}

  static String encode(Histogram histogram) {
    StringBuilder text = new StringBuilder();
    long[] before = new long[1];
    Times.forEachBucket(
        histogram,
        (micros, count) -> {
          long value = histogram.lowestEquivalentValue(micros);
          bucket(value - before[0], count, text);
          before[0] = value;
        });
    return text.toString();
  }

  private static void bucket(long step, long count, StringBuilder text) {
    if (!text.isEmpty()) {
      text.append(',');
    }
    text.append(step);
    if (count > 1) {
      text.append('x').append(count);
    }
  }

  /**
   * Adds the histogram that the text encodes.
   *
   * @throws IllegalArgumentException if it encodes none made by {@link Times}
   */
  static void addTo(Histogram sum, String text) {
    if (text.isEmpty() || !digit(text.charAt(0))) {
      sum.add(decode(text));
      return;
    }
    int at = 0;
    long value = 0;
    do {
      int end = numberEnd(text, at);
      value += Long.parseLong(text, at, end, 10);
      long count = 1;
      if (end < text.length() && text.charAt(end) == 'x') {
        at = end + 1;
        end = numberEnd(text, at);
        count = Long.parseLong(text, at, end, 10);
      }
      if (value > MOST || (end < text.length() && text.charAt(end) != ',')) {
        throw new IllegalArgumentException("not a histogram: " + text);
      }
      sum.recordValueWithCount(value, count);
      at = end + 1;
    } while (at <= text.length()); // behind a comma there is another one
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      throw new IllegalArgumentException("not a histogram: " + text);
    }
    return end;
  }

  private static Histogram decode(String text) {
    try {
      Histogram decoded =
          Histogram.decodeFromCompressedByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(text)), 1);
      if (decoded.getNumberOfSignificantValueDigits() != Times.DIGITS) {
        throw new IllegalArgumentException(
            "%d digits, expected %d"
                .formatted(decoded.getNumberOfSignificantValueDigits(), Times.DIGITS));
      }
      return decoded;
    } catch (DataFormatException
        | IllegalArgumentException
        | BufferUnderflowException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
    }
  }
}
