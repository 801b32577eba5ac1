package io.sluice.model.run;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Histograms as text: HdrHistogram's V2 encoding in base64. Most of a slice's histograms hold a few
 * values, which compression makes no shorter and ten times slower to read; what is compressed is
 * read, too.
 */
final class HistogramText {
  /** What the encoding begins with, without the bits of its word size. */
  private static final int COOKIE = ~0xf0;

  private static final int COMPRESSED = 0x1c849304 & COOKIE;

  private HistogramText() {}

  static String encode(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity() + 64);
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * Adds the histogram that the text encodes.
   *
   * @throws IllegalArgumentException if it encodes none made by {@link Times}
   */
  static void addTo(Histogram sum, String text) {
    Histogram decoded = decode(Base64.getDecoder().decode(text));
    if (decoded.getNumberOfSignificantValueDigits() != Times.DIGITS) {
      throw new IllegalArgumentException(
          "a histogram must have %d digits, was %d"
              .formatted(Times.DIGITS, decoded.getNumberOfSignificantValueDigits()));
    }
    sum.add(decoded);
  }

  private static Histogram decode(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      // No larger than it was: most of a second's histograms hold a few dozen short times.
      return (buffer.getInt(0) & COOKIE) == COMPRESSED
          ? Histogram.decodeFromCompressedByteBuffer(buffer, 1)
          : Histogram.decodeFromByteBuffer(buffer, 1);
    } catch (DataFormatException
        | IllegalArgumentException
        | BufferUnderflowException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
    }
  }
}
