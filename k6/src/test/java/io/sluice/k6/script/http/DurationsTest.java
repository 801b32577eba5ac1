package io.sluice.k6.script.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "10s, 10000",
    "1m30s, 90000",
    "1.5s, 1500",
    "250, 250",
    "2ms, 2",
    "1h, 3600000",
    "1d, 86400000",
    "500us, 0.5",
    "x, NaN",
    "10, 10",
    "'', NaN",
    "10s!, NaN",
    "s, NaN",
    "-1s, NaN",
  })
  void millis(String text, double expected) {
    assertEquals(expected, Durations.millis(text));
  }
}
