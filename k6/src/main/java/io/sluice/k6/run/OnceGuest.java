package io.sluice.k6.run;

import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.engine.door.GuestCode;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.options.IpPool;
import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptUser;
import io.sluice.k6.script.port.UserPorts;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code setup} or {@code teardown}: once, by the user of the first init pass, over the same
 * wire as everything else.
 */
final class OnceGuest implements GuestCode {
  private final TestState test;
  private final Stage stage;
  private volatile boolean through;
  private volatile @Nullable ScriptError error;

  /** What is run. */
  @FunctionalInterface
  interface Stage {
    /** Runs it. */
    void run(ScriptUser user) throws ScriptError;
  }

  OnceGuest(TestState test, Stage stage) {
    this.test = test;
    this.stage = stage;
  }

  /** Whether it came to its end, by an exception or not. */
  boolean through() {
    return through;
  }

  /** What it threw, or null. */
  @Nullable ScriptError error() {
    return error;
  }

  @Override
  public Guest guest(Door door) {
    CellStores stores = test.cell(door.cell());
    StoreSamples samples = new StoreSamples(stores, test.definitions, test.notes(door));
    IpPool local = test.options.network().localIps();
    if (!local.isEmpty()) {
      door.sendFrom(local.at(0));
    }
    RequestNumbers numbers = new RequestNumbers(test.names.requests());
    DoorTransport transport = new DoorTransport(door, test, numbers, false);
    ScriptUser user =
        test.program.coordinator(
            new UserPorts(
                DebugTransport.of(transport, test),
                transport,
                samples,
                new UserInfo(test, 0),
                test.console,
                test.http));
    user.activate(TagSet.of(test.options.tags()), java.util.Map.of());
    return new Guest() {
      @Override
      public void iterate() {
        long start = System.nanoTime();
        try {
          stage.run(user);
          through = true;
        } catch (ScriptError e) {
          error = e;
          through = e.kind() != ScriptError.Kind.INTERRUPTED;
        }
        TagSet tags = user.tags();
        stores
            .metrics()
            .add(test.definitions.iterationDuration, (System.nanoTime() - start) / 1e6, tags);
        stores.metrics().add(test.definitions.dataSent, (double) transport.takeSent(), tags);
        stores
            .metrics()
            .add(test.definitions.dataReceived, (double) transport.takeReceived(), tags);
      }

      @Override
      public void close() {
        stores.drain();
      }
    };
  }
}
