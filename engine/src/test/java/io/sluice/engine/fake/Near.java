package io.sluice.engine.fake;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole numbers that may differ a little; JUnit's own comparison goes by way of float. */
public final class Near {
  private Near() {}

  /** The difference is at most the tolerance. */
  public static void assertNear(long expected, long actual, long tolerance) {
    assertNear(expected, actual, tolerance, "");
  }

  /** The difference is at most the tolerance. */
  public static void assertNear(long expected, long actual, long tolerance, String what) {
    assertTrue(
        Math.abs(actual - expected) <= tolerance,
        () -> "%s expected %d ± %d, was %d".formatted(what, expected, tolerance, actual).strip());
  }
}
