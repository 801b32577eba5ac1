package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "2s, PT2S",
    "1.5m, PT90S",
    "1h30m, PT90M",
    "' 3min ', PT3M",
    "1d, PT24H",
    "7us, PT0.000007S",
    "7µs, PT0.000007S",
    "9ns, PT0.000000009S",
    "0, PT0S",
    "0s, PT0S",
    "106751d, PT2562024H",
  })
  void readsDurations(String text, Duration expected) {
    assertEquals(expected, Units.duration(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "5 s", "5sec", "1.5.5s", "1h 30m", "5ss", "1e3s"})
  void refusesWhatIsNoDuration(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Units.duration(text));
    assertEquals(
        "expected a duration such as 500ms, 30s or 1h30m, was '" + text + "'", e.getMessage());
  }

  @Test
  void refusesDurationsThatDoNotFit() {
    var e = assertThrows(IllegalArgumentException.class, () -> Units.duration("106752d"));
    assertEquals("a duration must be below 292 years, was '106752d'", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"200/s, 200", "0.5/s, 0.5", "1200/min, 20", "60 / m, 1", "7200/h, 2", "0/s, 0"})
  void readsRates(String text, double expected) {
    assertEquals(expected, Units.perSecond(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "200", "200/", "/s", "-5/s", "200/day", "1,000/s"})
  void refusesWhatIsNoRate(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Units.perSecond(text));
    assertEquals("expected a rate such as 200/s or 1000/min, was '" + text + "'", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "5%, 0.05",
    "0.05, 0.05",
    "100%, 1",
    "1, 1",
    "0%, 0",
    "99.9%, 0.999",
    "99.99%, 0.9999",
    "0.1 %, 0.001",
  })
  void readsShares(String text, double expected) {
    assertEquals(expected, Units.share(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "101%", "1.01", "5", "-1%", "5%%", "five"})
  void refusesWhatIsNoShare(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Units.share(text));
    assertEquals(
        "expected a share of 0% to 100% such as 5% or 0.05, was '" + text + "'", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ns",
    "PT0.85S, 850ms",
    "PT2S, 2s",
    "PT59S, 59s",
    "PT60S, 1m",
    "PT90S, 1m 30s",
    "PT1H, 1h",
    "PT3661S, 1h 1m 1s",
    "PT-2S, -2s",
    "PT0.0000125S, 12.5µs",
  })
  void writesDurations(Duration duration, String expected) {
    assertEquals(expected, Units.format(duration));
  }

  @ParameterizedTest
  @ValueSource(strings = {"850ms", "2s", "12.5µs", "9ns", "1m30s", "2h5m"})
  void durationsComeBack(String text) {
    String written = Units.format(Units.duration(text));
    assertEquals(Units.duration(text), Units.duration(written.replace(" ", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890, 1.23s",
    "Infinity, ∞",
    "-Infinity, -∞",
    "1e9, 1s",
    "2000895000, 2s",
    "1500, 1.5µs",
  })
  void writesNanoseconds(double nanos, String expected) {
    assertEquals(expected, Units.formatNanos(nanos));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1.004, 1",
    "1.25, 1.25",
    "12.34, 12.3",
    "99.96, 100",
    "123.4, 123",
    "1000, '1,000'",
    "5460, '5,460'",
    "-2.5, -2.5",
    "0.25, 0.25",
    "0.05, 0.05",
    "0.01234, 0.0123",
    "0.000456, 0.000456",
    "-0.0042, -0.0042",
  })
  void writesNumbers(double value, String expected) {
    assertEquals(expected, Units.number(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0%", "1, 100%", "0.1, 10%", "0.0031, 0.31%", "0.999, 99.9%", "0.00001, 0%"})
  void writesShares(double share, String expected) {
    assertEquals(expected, Units.percent(share));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0B",
    "1023, '1,023B'",
    "1024, 1KB",
    "1536, 1.5KB",
    "1048576, 1MB",
    "1.5e9, 1.4GB",
    "1125899906842624, '1,024TB'",
  })
  void writesBytes(double bytes, String expected) {
    assertEquals(expected, Units.bytes(bytes));
  }
}
