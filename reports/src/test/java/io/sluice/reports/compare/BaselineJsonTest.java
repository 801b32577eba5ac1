package io.sluice.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.baseline.Baseline;
import io.sluice.reports.SampleRun;
import io.sluice.reports.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineJsonTest {
  private static final Baseline BASELINE =
      Baseline.of(List.of(SampleRun.golden(), SampleRun.golden()));

  private static String text() {
    return JsonText.pretty(BaselineJson.of(BASELINE));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Baseline read = BaselineJson.read(text());
    assertEquals(BASELINE.fingerprint(), read.fingerprint());
    assertEquals(2, read.runs().size());
    for (String request : BASELINE.fingerprint().requests()) {
      for (double q : new double[] {0.5, 0.9, 0.95}) {
        assertEquals(BASELINE.quantile(request, q), read.quantile(request, q));
        assertEquals(BASELINE.quantile("", q), read.quantile("", q));
      }
    }
    assertEquals(text(), JsonText.pretty(BaselineJson.of(read)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"schema_version\": 2, \"runs\": []}", "hello"})
  void whatIsNoBaselineIsRefused(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> BaselineJson.read(text));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("not "), refused.getMessage());
  }

  @Test
  void damageIsNamed() {
    String damaged =
        text().replaceAll("\"response_times\" : \"....", "\"response_times\" : \"AAAA");
    var refused = assertThrows(IllegalArgumentException.class, () -> BaselineJson.read(damaged));
    assertEquals("a histogram is damaged", refused.getMessage());
  }
}
