package io.sluice.storefront.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateStampTest {
  private final DateStamp stamp = new DateStamp();

  @ParameterizedTest
  @CsvSource({
    "0,            'Thu, 01 Jan 1970 00:00:00 GMT'",
    "999,          'Thu, 01 Jan 1970 00:00:00 GMT'",
    "784111777000, 'Sun, 06 Nov 1994 08:49:37 GMT'",
    "784111778999, 'Sun, 06 Nov 1994 08:49:38 GMT'",
  })
  void formatsTheSecond(long epochMillis, String text) {
    assertEquals(text, stamp.at(epochMillis).toString());
    assertEquals(text, stamp.at(epochMillis).toString());
  }

  @Test
  void followsTheClock() {
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", stamp.at(784_111_777_000L).toString());
    assertEquals("Sun, 06 Nov 1994 08:49:38 GMT", stamp.at(784_111_778_000L).toString());
  }
}
