package io.sluice.k6.run;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.MetricType;
import io.sluice.k6.script.port.Samples;

/** Takes the definitions of metrics in the first init pass, where there are no samples yet. */
record Definer(StoreSamples.Definitions definitions) implements Samples {
  @Override
  public int define(String name, MetricType type, boolean time) {
    return definitions.define(name, type, time);
  }

  @Override
  public void add(int metric, double value, TagSet tags) {
    throw new IllegalStateException("a sample in the init stage");
  }

  @Override
  public void hop(HopTimes times, boolean judged, boolean expected, TagSet tags) {
    throw new IllegalStateException("a request in the init stage");
  }

  @Override
  public void check(String group, String name, boolean passed, TagSet tags) {
    throw new IllegalStateException("a check in the init stage");
  }

  @Override
  public void group(String path) {}
}
