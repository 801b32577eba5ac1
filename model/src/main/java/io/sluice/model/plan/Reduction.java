package io.sluice.model.plan;

import java.util.List;
import java.util.Locale;

/** How the moments of a series become one value. */
public enum Reduction {
  /** The largest: all of them are below a limit if it is. */
  MAX("largest"),
  /** The smallest: all of them are above a floor if it is. */
  MIN("smallest"),
  /** Their mean. */
  MEAN("mean"),
  /** The last one. */
  LAST("last");

  private final String word;

  Reduction(String word) {
    this.word = word;
  }

  /** Its name in scenarios: {@code max}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a sentence: {@code the largest of 61 values}. */
  public String word() {
    return word;
  }

  /**
   * The value of some moments, in their order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public double of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing to reduce");
    }
    var all = values.stream().mapToDouble(Double::doubleValue);
    return switch (this) {
      case MAX -> all.max().orElseThrow();
      case MIN -> all.min().orElseThrow();
      case MEAN -> all.average().orElseThrow();
      case LAST -> values.getLast();
    };
  }
}
