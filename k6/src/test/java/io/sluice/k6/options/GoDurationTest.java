package io.sluice.k6.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "1h2m3s4ms, 3723004000000",
    "10s, 10000000000",
    "1.5s, 1500000000",
    ".5s, 500000000",
    "1500, 1500000000",
    "0.5, 500000",
    "1e3, 1000000000",
    "0, 0",
    "-5s, -5000000000",
    "1d, 86400000000000",
    "1d2h, 93600000000000",
    "-1d2h, -93600000000000",
    "100us, 100000",
    "7µs, 7000",
    "3ns, 3",
    "1m1m, 120000000000",
    "0.3ns, 0",
  })
  void reads(String text, long nanos) {
    assertEquals(nanos, GoDuration.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "10 s", "10x", "1d2", "ten", "1h-2m", "1s1d"})
  void refuses(String text) {
    assertEquals(
        "expected a duration such as '30s', '1m30s', '500ms' or a number of milliseconds, was '"
            + text
            + "'",
        assertThrows(IllegalArgumentException.class, () -> GoDuration.parse(text)).getMessage());
  }

  @Test
  void refusesWhatIsTooLong() {
    assertEquals(
        "expected a duration of at most 292 years, was '200000d'",
        assertThrows(IllegalArgumentException.class, () -> GoDuration.parse("200000d"))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "1500, 1.5µs",
    "1500000, 1.5ms",
    "1000000000, 1s",
    "1500000000, 1.5s",
    "60000000000, 1m0s",
    "90000000000, 1m30s",
    "3600000000000, 1h0m0s",
    "93784500000000, 26h3m4.5s",
    "-1000000000, -1s",
  })
  void writes(long nanos, String text) {
    assertEquals(text, GoDuration.format(nanos));
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      long nanos = random.nextLong() >> random.nextInt(63);
      if (nanos != Long.MIN_VALUE) {
        assertEquals(nanos, GoDuration.parse(GoDuration.format(nanos)));
      }
    }
  }
}
