package io.sluice.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** Options that say who sees the run of a k6 script: while it goes on, and what was found of it. */
final class K6Watchers {
  @Mixin private LiveFlags live = new LiveFlags();
  @Mixin private StoreFlag store = new StoreFlag();
  @Mixin private AnnounceFlags announce = new AnnounceFlags();

  @ArgGroup(validate = false, heading = "%nFor Prometheus, while the run goes on:%n")
  private PrometheusFlags prometheus = new PrometheusFlags();

  LiveFlags live() {
    return live;
  }

  StoreFlag store() {
    return store;
  }

  AnnounceFlags announce() {
    return announce;
  }

  PrometheusFlags prometheus() {
    return prometheus;
  }
}
