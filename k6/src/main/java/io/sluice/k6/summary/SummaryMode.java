package io.sluice.k6.summary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of a summary is shown at the end. */
public enum SummaryMode {
  /** The metrics that matter. */
  COMPACT,
  /** All metrics, and each group and scenario by itself. */
  FULL,
  /** Nothing. */
  DISABLED;

  /** The mode of {@code --summary-mode}; null if there is none of this name. */
  public static @Nullable SummaryMode of(String text) {
    for (SummaryMode mode : values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
        return mode;
      }
    }
    return null;
  }
}
