package io.sluice.k6.script;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.MetricType;
import io.sluice.k6.script.port.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps every sample, and counts checks. */
final class FakeSamples implements Samples {
  /** One sample. */
  record Sample(String metric, double value, Map<String, String> tags) {}

  final List<Sample> all = new ArrayList<>();
  final Map<String, int[]> checks = new LinkedHashMap<>();
  final List<String> groups = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, MetricType> types = new TreeMap<>();

  @Override
  public int define(String name, MetricType type, boolean time) {
    MetricType known = types.putIfAbsent(name, type);
    if (known != null && known != type) {
      throw new IllegalArgumentException(
          "metric '" + name + "' already exists but with type " + known);
    }
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  @Override
  public void add(int metric, double value, TagSet tags) {
    all.add(new Sample(names.get(metric), value, tags.toMap()));
  }

  @Override
  public void hop(HopTimes times, boolean judged, boolean expected, TagSet tags) {
    all.add(new Sample("http_reqs", 1, tags.toMap()));
    all.add(new Sample("http_req_duration", times.duration() / 1e6, tags.toMap()));
    if (judged) {
      all.add(new Sample("http_req_failed", expected ? 0 : 1, tags.toMap()));
    }
  }

  @Override
  public void check(String group, String name, boolean passed, TagSet tags) {
    count(group, name, passed);
    all.add(new Sample("checks", passed ? 1 : 0, tags.toMap()));
  }

  void count(String group, String name, boolean passed) {
    checks.computeIfAbsent((group + "::" + name).substring(2), key -> new int[2])[passed ? 0 : 1]++;
  }

  @Override
  public void group(String path) {
    groups.add(path);
  }
}
