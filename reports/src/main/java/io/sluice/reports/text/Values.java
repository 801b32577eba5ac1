package io.sluice.reports.text;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Units;
import java.util.Locale;

/** Writes figures for readers; what does not exist is {@code –}. */
public final class Values {
  /** Stands for a figure that does not exist. */
  public static final String NONE = "–";

  private Values() {}

  /** The estimate of an objective in its unit. */
  public static String estimate(ObjectiveResult result) {
    return value(result.objective(), result.estimate());
  }

  /** The interval of an objective in its unit: {@code 398ms–431ms}. */
  public static String interval(ObjectiveResult result) {
    return Double.isNaN(result.low()) && Double.isNaN(result.high())
        ? NONE
        : end(result.objective(), result.low()) + "–" + end(result.objective(), result.high());
  }

  /** The threshold of an objective with its comparison: {@code < 500ms}. */
  public static String threshold(ObjectiveResult result) {
    return result.objective().comparison() + " " + result.objective().thresholdText();
  }

  private static String end(Objective objective, double value) {
    return Double.isNaN(value) ? "?" : value(objective, value);
  }

  private static String value(Objective objective, double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return Double.isInfinite(value) ? (value > 0 ? "∞" : "-∞") : objective.format(value);
  }

  /** A stored value in its unit. */
  public static String value(ObjectiveRecord.Unit unit, double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return switch (unit) {
      case MS -> millis(value);
      case SHARE -> share(value);
      case PER_SECOND -> perSecond(value);
      case BYTES_PER_SECOND -> Units.bytes(value) + "/s";
      case NUMBER -> Units.number(value);
    };
  }

  /** Milliseconds with three digits that count and a unit that fits. */
  public static String millis(double millis) {
    return Double.isNaN(millis) ? NONE : Units.formatNanos(millis * 1e6);
  }

  /** A share as a percentage. */
  public static String share(double share) {
    return Double.isNaN(share) ? NONE : Units.percent(share);
  }

  /** A rate per second. */
  public static String perSecond(double rate) {
    return Double.isNaN(rate) ? NONE : Units.number(rate) + "/s";
  }

  /** A count with separators of thousands. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Seconds on a clock: {@code 1:05}, {@code 1:00:00}. */
  public static String clock(double seconds) {
    long whole = (long) Math.floor(Math.max(0, seconds) + 1e-9);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole % 3600 / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
