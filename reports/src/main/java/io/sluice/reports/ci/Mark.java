package io.sluice.reports.ci;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;

/** How a status is shown where there is no colour of our own: a sign and a word. */
public final class Mark {
  private Mark() {}

  /** The sign and the word of a status: {@code ✅ PASS}. */
  public static String of(Status status) {
    return switch (status) {
      case PASS -> "✅ PASS";
      case FAIL -> "❌ FAIL";
      case INCONCLUSIVE -> "❔ INCONCLUSIVE";
    };
  }

  /** The same of an objective; one that only warns, and does not hold, is a warning. */
  public static String of(ObjectiveResult result) {
    return result.onlyWarns() && result.status() == Status.FAIL ? "⚠️ WARN" : of(result.status());
  }
}
