package io.sluice.k6.script.api;

import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.MetricType;
import java.util.regex.Pattern;
import org.graalvm.polyglot.HostAccess;

/** The Java side of the module {@code k6/metrics}. */
public final class MetricsApi {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{1,128}");

  private final UserState user;

  /** The module for one user. */
  public MetricsApi(UserState user) {
    this.user = user;
  }

  /**
   * Defines a metric.
   *
   * @param type as {@link MetricType} names it
   * @return its number
   */
  @HostAccess.Export
  public int define(String name, String type, boolean time) {
    user.onlyInInit("metrics must be declared in the init context");
    if (!NAME.matcher(name).matches()) {
      throw user.error(
          "Invalid metric name: '"
              + name
              + "'. Metric names must only include up to 128 ASCII letters, numbers, or underscores, and start with a letter or an underscore.");
    }
    try {
      return user.samples().define(name, MetricType.valueOf(type), time);
    } catch (IllegalArgumentException e) {
      throw user.error(String.valueOf(e.getMessage()));
    }
  }

  /** Adds a value. */
  @HostAccess.Export
  public void add(int metric, double value, String tags) {
    if (user.stage() == Stage.INIT) {
      throw user.error("metrics cannot be added to in the init context");
    }
    user.samples().add(metric, value, user.tagsAnd(tags));
  }

  /** A value that is no number was added. */
  @HostAccess.Export
  public void refused(String name, String value) {
    String message =
        "'"
            + value
            + "' is an invalid value for metric '"
            + name
            + "', a number or a boolean value is expected";
    if (user.http().throwing()) {
      throw user.error(message);
    }
    user.console().log(Level.WARN, message, "");
  }
}
