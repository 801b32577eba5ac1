package io.sluice.k6.run;

import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SystemTag;
import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptUser;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Interruption;
import java.util.HashMap;
import java.util.Map;

/** A virtual user of a script. Belongs to its own thread. */
final class ScriptGuest implements Guest {
  private static final double NANOS_PER_MILLI = 1e6;

  private final TestState test;
  private final Door door;
  private final DoorTransport transport;
  private final CellStores stores;
  private final UserInfo info;
  private final ScriptUser user;
  private int phase = -1;
  private long iterations;

  ScriptGuest(
      TestState test,
      Door door,
      DoorTransport transport,
      CellStores stores,
      UserInfo info,
      ScriptUser user) {
    this.test = test;
    this.door = door;
    this.transport = transport;
    this.stores = stores;
    this.info = info;
    this.user = user;
  }

  @Override
  public void iterate() {
    ScenarioOptions scenario = test.scenario(door.phase());
    if (door.phase() != phase) {
      phase = door.phase();
      user.activate(stores.tags(phase, () -> tags(scenario)), scenario.common().env());
    }
    info.begins(scenario, test.nextIteration(phase), door.iteration() - 1, iterations);
    test.active.incrementAndGet();
    long start = System.nanoTime();
    boolean through = call(scenario);
    long nanos = System.nanoTime() - start;
    test.active.decrementAndGet();
    if (through) {
      iterations++;
      count(nanos);
      long rest = test.options.lifecycle().minIterationNanos() - nanos;
      if (rest > 0) {
        sleep(rest);
      }
    } else {
      test.interrupted.incrementAndGet();
    }
    if (test.options.http().noVuConnectionReuse()) {
      door.closeConnections();
    }
    stores.drainSometimes(door.now());
  }

  /** Whether the iteration came to its end, by an exception or not. */
  private boolean call(ScenarioOptions scenario) {
    try {
      user.call(scenario.common().exec(), test.setupJson(), iterations);
      return true;
    } catch (ScriptError e) {
      return switch (e.kind()) {
        case INTERRUPTED, ABORTED -> false;
        case SYNTAX, MODULE, EXCEPTION, ENDLESS, MEMORY -> {
          test.console.log(
              Console.Level.ERROR,
              e.text(),
              "executor=%s scenario=%s"
                  .formatted(scenario.executor().text(), scenario.common().name()));
          yield true;
        }
      };
    }
  }

  private void sleep(long nanos) {
    try {
      transport.sleep(nanos);
    } catch (Interruption e) {
      test.interrupted.incrementAndGet();
    }
  }

  private void count(long nanos) {
    test.completed.incrementAndGet();
    TagSet tags = user.tags();
    MetricStore metrics = stores.metrics();
    StoreSamples.Definitions defined = test.definitions;
    metrics.add(defined.dataSent, (double) transport.takeSent(), tags);
    metrics.add(defined.dataReceived, (double) transport.takeReceived(), tags);
    metrics.add(defined.iterationDuration, nanos / NANOS_PER_MILLI, tags);
    metrics.add(defined.iterations, 1, tags);
  }

  private TagSet tags(ScenarioOptions scenario) {
    Map<String, String> tags = new HashMap<>(test.options.tags());
    if (test.options.systemTags().contains(SystemTag.SCENARIO)) {
      tags.put("scenario", scenario.common().name());
    }
    tags.putAll(scenario.common().tags());
    return TagSet.of(tags);
  }

  @Override
  public void close() {
    user.close();
    stores.drain();
  }
}
