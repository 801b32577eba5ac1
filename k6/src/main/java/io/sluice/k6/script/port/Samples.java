package io.sluice.k6.script.port;

import io.sluice.k6.metrics.TagSet;

/** Where a script's samples go; one per user. */
public interface Samples {
  /**
   * Defines a metric, or finds it: same name and same type are the same metric, of all users.
   *
   * @param time whether the values are durations in milliseconds
   * @return its number, as {@link #add} wants it
   * @throws IllegalArgumentException if the metric has another type already; its message is for the
   *     user
   */
  int define(String name, MetricType type, boolean time);

  /** Adds a value. */
  void add(int metric, double value, TagSet tags);

  /**
   * Adds the samples of one hop: {@code http_reqs}, {@code http_req_duration} and its parts, {@code
   * http_req_failed}.
   *
   * @param judged whether {@code http_req_failed} gets a sample at all
   * @param expected whether the answer is as the script expects it; {@code http_req_failed} is the
   *     opposite
   */
  void hop(HopTimes times, boolean judged, boolean expected, TagSet tags);

  /**
   * Adds the sample of one check.
   *
   * @param group the path of the group that it stands in, "" for the root
   * @param tags with the tag {@code check}, if that tag is on
   */
  void check(String group, String name, boolean passed, TagSet tags);

  /** Makes a group known, by its path: it shows in the summary even when it holds no check. */
  void group(String path);
}
