package io.sluice.k6.run;

import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.CheckCount;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricType;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user's samples on their way to the stores of its cell. Belongs to the user's thread. */
final class StoreSamples implements Samples {
  private static final double NANOS_PER_MILLI = 1e6;

  private final CellStores stores;
  private final Definitions definitions;
  private final Map<String, Map<String, KnownCheck>> checks = new HashMap<>();
  private final Notes notes;

  /** A check with its number in the run's notes. */
  private record KnownCheck(CheckCount count, int number) {}

  StoreSamples(CellStores stores, Definitions definitions, Notes notes) {
    this.stores = stores;
    this.definitions = definitions;
    this.notes = notes;
  }

  @Override
  public int define(String name, io.sluice.k6.script.port.MetricType type, boolean time) {
    return definitions.define(name, type, time);
  }

  @Override
  public void add(int metric, double value, TagSet tags) {
    stores.metrics().add(definitions.metric(metric), value, tags);
    notes.metric(metric, value);
  }

  @Override
  public void hop(HopTimes times, boolean judged, boolean expected, TagSet tags) {
    Definitions d = definitions;
    stores.metrics().add(d.requests, 1, tags);
    stores.metrics().add(d.duration, times.duration() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.blocked, times.blocked() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.connecting, times.connecting() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.tls, times.tls() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.sending, times.sending() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.waiting, times.waiting() / NANOS_PER_MILLI, tags);
    stores.metrics().add(d.receiving, times.receiving() / NANOS_PER_MILLI, tags);
    if (judged) {
      stores.metrics().add(d.failed, expected ? 0 : 1, tags);
    }
  }

  @Override
  public void check(String group, String name, boolean passed, TagSet tags) {
    stores.metrics().add(definitions.checks, passed ? 1 : 0, tags);
    KnownCheck check = known(group, name);
    check.count().add(passed);
    notes.check(check.number(), passed);
  }

  private KnownCheck known(String group, String name) {
    Map<String, KnownCheck> ofGroup = checks.get(group);
    if (ofGroup == null) {
      ofGroup = new HashMap<>();
      checks.put(group, ofGroup);
    }
    KnownCheck known = ofGroup.get(name);
    if (known == null) {
      known = new KnownCheck(stores.checks().group(group).check(name), notes.check(group, name));
      ofGroup.put(name, known);
    }
    return known;
  }

  @Override
  public void group(String path) {
    var _ = stores.checks().group(path);
  }

  /** The metrics of a run by the numbers that scripts have for them. Thread-safe. */
  static final class Definitions {
    final Metric requests;
    final Metric duration;
    final Metric blocked;
    final Metric connecting;
    final Metric tls;
    final Metric sending;
    final Metric waiting;
    final Metric receiving;
    final Metric failed;
    final Metric checks;
    final Metric iterations;
    final Metric iterationDuration;
    final Metric dropped;
    final Metric users;
    final Metric mostUsers;
    final Metric dataSent;
    final Metric dataReceived;
    private final MetricRegistry registry;
    private volatile Metric[] byNumber = {};

    Definitions(MetricRegistry registry) {
      this.registry = registry;
      requests = registry.builtin(Builtins.HTTP_REQS);
      duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
      blocked = registry.builtin(Builtins.HTTP_REQ_BLOCKED);
      connecting = registry.builtin(Builtins.HTTP_REQ_CONNECTING);
      tls = registry.builtin(Builtins.HTTP_REQ_TLS_HANDSHAKING);
      sending = registry.builtin(Builtins.HTTP_REQ_SENDING);
      waiting = registry.builtin(Builtins.HTTP_REQ_WAITING);
      receiving = registry.builtin(Builtins.HTTP_REQ_RECEIVING);
      failed = registry.builtin(Builtins.HTTP_REQ_FAILED);
      checks = registry.builtin(Builtins.CHECKS);
      iterations = registry.builtin(Builtins.ITERATIONS);
      iterationDuration = registry.builtin(Builtins.ITERATION_DURATION);
      dropped = registry.builtin(Builtins.DROPPED_ITERATIONS);
      users = registry.builtin(Builtins.VUS);
      mostUsers = registry.builtin(Builtins.VUS_MAX);
      dataSent = registry.builtin(Builtins.DATA_SENT);
      dataReceived = registry.builtin(Builtins.DATA_RECEIVED);
    }

    synchronized int define(String name, io.sluice.k6.script.port.MetricType type, boolean time) {
      Metric metric = metric(name, type, time);
      Metric[] all = byNumber;
      for (int i = 0; i < all.length; i++) {
        if (all[i].equals(metric)) {
          return i;
        }
      }
      Metric[] more = java.util.Arrays.copyOf(all, all.length + 1);
      more[all.length] = metric;
      byNumber = more;
      return all.length;
    }

    /** A script finds the built-in ones by their names, too, such as to time groups. */
    private Metric metric(String name, io.sluice.k6.script.port.MetricType type, boolean time) {
      Metric known = registry.find(name);
      MetricType wanted = MetricType.valueOf(type.name());
      if (known != null && known.type() == wanted && known.contains() == Contains.DATA) {
        return known;
      }
      return registry.metric(name, wanted, time ? Contains.TIME : Contains.DEFAULT);
    }

    Metric metric(int number) {
      return byNumber[number];
    }

    /** Those that scripts have numbers for, by these numbers. */
    List<Metric> defined() {
      return List.of(byNumber);
    }

    boolean isBuiltin(Metric metric) {
      return registry.isBuiltin(metric);
    }
  }
}
