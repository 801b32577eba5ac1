package io.sluice.k6.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways of making users iterate. */
public enum Executor {
  /** {@link ConstantVus}. */
  CONSTANT_VUS,
  /** {@link RampingVus}. */
  RAMPING_VUS,
  /** {@link SharedIterations}. */
  SHARED_ITERATIONS,
  /** {@link PerVuIterations}. */
  PER_VU_ITERATIONS,
  /** {@link ConstantArrivalRate}. */
  CONSTANT_ARRIVAL_RATE,
  /** {@link RampingArrivalRate}. */
  RAMPING_ARRIVAL_RATE;

  /** Its name in scripts, such as {@code constant-vus}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The executor of this name, or null. */
  static @Nullable Executor of(String text) {
    return Arrays.stream(values()).filter(e -> e.text().equals(text)).findFirst().orElse(null);
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Executor::text).toList();
  }
}
