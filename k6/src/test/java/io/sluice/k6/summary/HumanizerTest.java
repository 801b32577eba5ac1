package io.sluice.k6.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.MetricType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanizerTest {
  private static final Humanizer FITTING = new Humanizer("");

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "0.0004567, 456ns",
    "0.001, 1µs",
    "0.4567, 456.7µs",
    "1, 1ms",
    "148.219, 148.21ms",
    "999.999, 999.99ms",
    "1000, 1s",
    "1234.5678, 1.23s",
    "60000, 1m0s",
    "61999, 1m1s",
    "3600000, 1h0m0s",
    "90061000, 25h1m1s",
  })
  void showsTimes(double millis, String text) {
    assertEquals(text, FITTING.value(millis, MetricType.TREND, Contains.TIME));
  }

  @ParameterizedTest
  @CsvSource({"s, 1.23s", "ms, 1234.57ms", "us, 1234567.80µs"})
  void showsTimesInOneUnit(String unit, String text) {
    assertEquals(text, new Humanizer(unit).value(1234.5678, MetricType.TREND, Contains.TIME));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "3.5, 3.5 B",
    "10, 10 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "4949, 4.9 kB",
    "9950, 10 kB",
    "519123, 519 kB",
    "76000000, 76 MB",
    "1.5e12, 1.5 TB",
  })
  void showsBytes(double bytes, String text) {
    assertEquals(text, FITTING.value(bytes, MetricType.COUNTER, Contains.DATA));
  }

  @ParameterizedTest
  @CsvSource({
    "45, 45",
    "13.12217888, 13.122179",
    "0.0000004, 0",
    "0.000001, 0.000001",
    "-2.5, -2.5",
    "16.5, 16.5",
    "1e15, 1000000000000000",
  })
  void showsNumbers(double value, String text) {
    assertEquals(text, FITTING.value(value, MetricType.GAUGE, Contains.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00%", "1, 100.00%", "0.48889, 48.88%", "0.99999, 99.99%", "0.061, 6.10%"})
  void cutsShares(double share, String text) {
    assertEquals(text, FITTING.value(share, MetricType.RATE, Contains.DEFAULT));
  }

  @Test
  void sortsNamesAsAReaderDoes() {
    List<String> sorted = new ArrayList<>(List.of("http_reqs", "b", "http_req_failed", "A"));
    sorted.addAll(List.of("http_reqs{x:1}", "a1", "a_", "http_reqs_x", "http_reqs{a:1}"));
    sorted.sort(NameOrder.NAMES);

    assertEquals(
        List.of(
            "A",
            "a_",
            "a1",
            "b",
            "http_req_failed",
            "http_reqs",
            "http_reqs{a:1}",
            "http_reqs{x:1}",
            "http_reqs_x"),
        sorted);
  }
}
