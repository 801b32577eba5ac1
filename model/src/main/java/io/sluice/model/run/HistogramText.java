package io.sluice.model.run;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/**
 * Adds histograms to others straight from their text, HdrHistogram's compressed V2 encoding in
 * base64: what a second saw is a few dozen counts, and a histogram object for each is a hundred
 * kilobytes to clear, fill and add.
 *
 * <pre>
 *  compressed  cookie:4 length:4 deflated(payload)
 *  payload     cookie:4 length:4 offset:4 digits:4 lowest:8 highest:8 ratio:8 counts
 *  counts      ZigZag LEB128 numbers, from index 0 on: a count, or minus how many are 0
 * </pre>
 *
 * <p>A bucket's index i stands for the value ((i mod 1024) + 1024) &lt;&lt; (i / 1024 - 1) from
 * 1024 on, and for itself below: with {@link Times#DIGITS} there are 2048 sub-buckets, of which
 * only the upper half is used beyond the first bucket.
 */
final class HistogramText {
  private static final int COMPRESSED_V2 = 0x1c849314;
  private static final int V2 = 0x1c849313;
  private static final int HEADER = 40;
  private static final int HALF = 1024;

  private HistogramText() {}

  static String encode(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity() + 64);
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
  }

  /**
   * Adds the histogram that the text encodes.
   *
   * @throws IllegalArgumentException if it encodes none made by {@link Times}
   */
  static void addTo(Histogram sum, String text) {
    ByteBuffer payload = inflate(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
    try {
      requireHeader(payload);
      int index = 0;
      while (payload.hasRemaining()) {
        long count = zigZag(payload);
        if (count > 0) {
          sum.recordValueWithCount(value(index++), count);
        } else {
          index = Math.toIntExact(count == 0 ? index + 1 : index - count);
        }
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("not a histogram: it is cut", e);
    }
  }

  private static long value(int index) {
    return index < HALF ? index : (index % HALF + (long) HALF) << (index / HALF - 1);
  }

  private static void requireHeader(ByteBuffer payload) {
    int cookie = payload.getInt();
    int length = payload.getInt();
    int offset = payload.getInt();
    int digits = payload.getInt();
    long lowest = payload.getLong();
    payload.getLong();
    payload.getDouble();
    if (cookie != V2 || length != payload.remaining() || offset != 0 || lowest != 1) {
      throw new IllegalArgumentException("not a histogram: its header is another");
    }
    if (digits != Times.DIGITS) {
      throw new IllegalArgumentException(
          "a histogram must have %d digits, was %d".formatted(Times.DIGITS, digits));
    }
  }

  private static ByteBuffer inflate(ByteBuffer compressed) {
    if (compressed.remaining() < 8 || compressed.getInt() != COMPRESSED_V2) {
      throw new IllegalArgumentException("not a histogram: its header is another");
    }
    int length = compressed.getInt();
    if (length != compressed.remaining()) {
      throw new IllegalArgumentException("not a histogram: it is cut");
    }
    byte[] out = new byte[HEADER + 256];
    int size = 0;
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(compressed);
      while (!inflater.finished()) {
        if (size == out.length) {
          out = java.util.Arrays.copyOf(out, 4 * size);
        }
        int more = inflater.inflate(out, size, out.length - size);
        if (more == 0 && inflater.needsInput()) {
          throw new IllegalArgumentException("not a histogram: it is cut");
        }
        size += more;
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
    }
    return ByteBuffer.wrap(out, 0, size);
  }

  /** LEB128 of up to 9 bytes, the ninth with all its 8 bits; the lowest bit is the sign. */
  private static long zigZag(ByteBuffer buffer) {
    long bits = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      long next = buffer.get();
      if (shift == 56) {
        bits |= next << shift;
        break;
      }
      bits |= (next & 0x7F) << shift;
      if (next >= 0) {
        break;
      }
    }
    return (bits >>> 1) ^ -(bits & 1);
  }
}
