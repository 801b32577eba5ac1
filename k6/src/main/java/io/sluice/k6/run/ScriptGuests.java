package io.sluice.k6.run;

import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.engine.door.GuestCode;
import io.sluice.k6.ExitCode;
import io.sluice.k6.options.IpPool;
import io.sluice.k6.options.RampingVus;
import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptUser;
import io.sluice.k6.script.port.UserPorts;

/** Makes the users of a script. */
final class ScriptGuests implements GuestCode {
  private static final Guest NOBODY =
      new Guest() {
        @Override
        public void iterate() {}

        @Override
        public void close() {}
      };

  private final TestState test;
  private final int ready;

  /**
   * The users of a run.
   *
   * @param ready how many are made before the load begins
   */
  ScriptGuests(TestState test, int ready) {
    this.test = test;
    this.ready = ready;
  }

  @Override
  public Guest guest(Door door) {
    CellStores stores = test.cell(door.cell());
    StoreSamples samples = new StoreSamples(stores, test.definitions, test.notes(door));
    IpPool local = test.options.network().localIps();
    if (!local.isEmpty()) {
      door.sendFrom(local.at(door.id()));
    }
    DoorTransport transport =
        new DoorTransport(door, test, stores.numbers(), test.options.http().noConnectionReuse());
    long number = door.id() + 1L;
    UserInfo info = new UserInfo(test, number);
    UserPorts ports =
        new UserPorts(
            DebugTransport.of(transport, test),
            transport,
            samples,
            info,
            test.console,
            test.http,
            stores.remembered());
    try {
      ScriptUser user = test.program.user(ports, number);
      test.initialized.incrementAndGet();
      return new ScriptGuest(test, door, transport, stores, info, user);
    } catch (ScriptError e) {
      test.end(ExitCode.SCRIPT_EXCEPTION, e.text());
      return NOBODY;
    }
  }

  @Override
  public int readyUsers() {
    return ready;
  }

  @Override
  public long rampDownNanos(int phase) {
    return test.scenario(phase) instanceof RampingVus ramp
        ? ramp.gracefulRampDownNanos()
        : Long.MAX_VALUE;
  }

  @Override
  public void dropped(int phase) {
    test.drop(phase);
  }
}
