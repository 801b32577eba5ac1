package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StallTest {
  @ParameterizedTest
  @CsvSource({
    // due, released: 1 s in every 10 s, in nanoseconds
    "0,               0",
    "8999999999,      8999999999",
    "9000000000,      10000000000",
    "9500000000,      10000000000",
    "9999999999,      10000000000",
    "10000000000,     10000000000",
    "18999999999,     18999999999",
    "19000000000,     20000000000",
    "599999999999,    600000000000",
  })
  void holdsTheLastSecondOfTen(long due, long released) {
    assertEquals(released, Stall.parse("1s/10s").releaseNanos(due));
  }

  @Test
  void tenthOfTheTimeIsHeldAndWaitsAreEven() {
    Stall stall = Stall.parse("1s/10s");
    long held = 0;
    long waited = 0;
    int answers = 60_000;
    for (long i = 0; i < answers; i++) {
      long due = i * 1_000_000;
      long wait = stall.releaseNanos(due) - due;
      held += wait > 0 ? 1 : 0;
      waited += wait;
    }
    assertEquals(answers / 10, held);
    assertEquals(500_500_000, waited / held);
  }

  @ParameterizedTest
  @CsvSource({
    // due, released: 1 s in every 10 s, from 4 s on, in nanoseconds
    "3999999999,   3999999999",
    "4000000000,   5000000000",
    "4999999999,   5000000000",
    "5000000000,   5000000000",
    "13999999999,  13999999999",
    "14500000000,  15000000000",
  })
  void firstStallBeginsWhereAsked(long due, long released) {
    assertEquals(released, Stall.parse("1s/10s@4s").releaseNanos(due));
  }

  @ParameterizedTest
  @CsvSource({
    // elapsed, worked: 1 s in every 10 s, from 4 s on, in nanoseconds
    "0,            0",
    "3999999999,   3999999999",
    "4000000000,   4000000000",
    "4700000000,   4000000000",
    "5000000000,   4000000000",
    "13000000000,  12000000000",
    "14500000000,  13000000000",
    "15000000001,  13000000001",
  })
  void noWorkIsDoneInAStall(long elapsed, long worked) {
    Stall stall = Stall.parse("1s/10s@4s");
    assertEquals(worked, stall.workedNanos(elapsed));
    assertEquals(stall.releaseNanos(elapsed), stall.instantOf(worked));
  }

  @Test
  void noneHoldsNothing() {
    for (long due : new long[] {0, 1, 999_999_999, 1_000_000_000, Long.MAX_VALUE}) {
      assertEquals(due, Stall.none().releaseNanos(due));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1s,      'stall must be a length and a period such as 1s/10s or 1s/10s@4s, was ''1s'''",
    "10s/10s, 'stall must be shorter than its period and not negative, was PT10S in every PT10S'",
    "0s/0s,   'stall must be shorter than its period and not negative, was PT0S in every PT0S'",
    "1/10s,   'duration must be a number with a unit (ns, us, ms, s, m) such as 20ms or 1.5s, was"
        + " ''1'''",
  })
  void wrongStalls(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Stall.parse(text)).getMessage());
  }
}
