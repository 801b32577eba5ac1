package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTextTest {
  private static Histogram read(String text) {
    Histogram sum = Times.fresh();
    HistogramText.addTo(sum, text);
    return sum;
  }

  @Test
  void isWhatTheFormatSays() {
    Histogram times = Times.fresh();
    times.recordValue(5230);
    times.recordValueWithCount(5271, 3);
    times.recordValue(0);
    assertEquals("0,5228,40x3", HistogramText.encode(times)); // buckets of 4 µs from 4.096 ms on
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1_000, 100_000})
  void comesBackWhateverItHolds(int values) {
    SplittableRandom random = new SplittableRandom(values);
    Histogram times = Times.fresh();
    for (int i = 0; i < values; i++) {
      times.recordValue(Math.min(Times.MAX_MICROS, (long) Math.exp(random.nextDouble() * 22)));
    }
    Histogram back = read(HistogramText.encode(times));
    assertEquals(times, back);
    assertEquals(times.getMaxValue(), back.getMaxValue());
    assertEquals(times.getMinValue(), back.getMinValue());
    assertEquals(times.getValueAtPercentile(99), back.getValueAtPercentile(99));
  }

  @Test
  void readsWhatVersion2Wrote() {
    Histogram times = Times.fresh();
    times.recordValueWithCount(123_456, 7);
    times.recordValue(Times.MAX_MICROS);
    ByteBuffer buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity() + 64);
    int length = times.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = Arrays.copyOf(buffer.array(), length);
    assertEquals(times, read(Base64.getEncoder().encodeToString(bytes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1x",
        "1,",
        "1,,2",
        "1-2",
        "1x2x3",
        "1000000000000001",
        "1 2",
        "HISTFA",
        "-1"
      })
  void refusesEverythingElse(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> read(text));
    assertTrue(String.valueOf(e.getMessage()).startsWith("not a histogram"), e.getMessage());
  }
}
