package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramTextTest {
  private static Histogram read(String text) {
    Histogram histogram = Times.fresh();
    HistogramText.addTo(histogram, text);
    return histogram;
  }

  @Test
  void readsWhatItWrote() {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      Histogram histogram = Times.fresh();
      for (int i = random.nextInt(200); i >= 0; i--) {
        long value = Math.min(Times.MAX_MICROS, (long) Math.exp(random.nextDouble() * 22.1));
        histogram.recordValueWithCount(value, 1 + (long) Math.exp(random.nextDouble() * 30));
      }
      String text = HistogramText.encode(histogram);
      assertEquals(histogram, read(text));
      assertEquals(histogram.getTotalCount(), read(text).getTotalCount());
      assertEquals(histogram.getMaxValue(), read(text).getMaxValue());
    }
  }

  @Test
  void readsEveryEdge() {
    Histogram histogram = Times.fresh();
    for (long edge = 1; edge <= Times.MAX_MICROS; edge *= 2) {
      for (long value : new long[] {0, edge - 1, edge, edge + 1, Times.MAX_MICROS}) {
        histogram.recordValue(Math.min(value, Times.MAX_MICROS));
      }
    }
    histogram.recordValueWithCount(7, 1L << 61);
    assertEquals(histogram, read(HistogramText.encode(histogram)));
    assertEquals(Times.empty(), read(HistogramText.encode(Times.fresh())));
  }

  @Test
  void addsToWhatIsThere() {
    Histogram sum = Times.fresh();
    sum.recordValue(5_000_000);
    Histogram other = Times.fresh();
    other.recordValueWithCount(5, 3);
    HistogramText.addTo(sum, HistogramText.encode(other));
    assertEquals(4, sum.getTotalCount());
    assertEquals(3, sum.getCountAtValue(5));
  }

  @Test
  void refusesWhatIsNoHistogram() {
    Histogram histogram = Times.fresh();
    histogram.recordValue(12_345);
    byte[] bytes = Base64.getDecoder().decode(HistogramText.encode(histogram));
    bytes[0] ^= 1;
    String other = Base64.getEncoder().encodeToString(bytes);
    var e = assertThrows(IllegalArgumentException.class, () -> read(other));
    assertTrue(String.valueOf(e.getMessage()).startsWith("not a histogram: "), e::toString);
    for (int length = 0; length < 8; length++) {
      String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
      assertThrows(IllegalArgumentException.class, () -> read(cut), "cut at " + length);
    }
    Histogram coarse = new Histogram(2);
    coarse.recordValue(5);
    e = assertThrows(IllegalArgumentException.class, () -> read(HistogramText.encode(coarse)));
    assertEquals("a histogram must have 3 digits, was 2", e.getMessage());
  }
}
