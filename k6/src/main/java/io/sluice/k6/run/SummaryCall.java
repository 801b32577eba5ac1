package io.sluice.k6.run;

import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptUser;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.Interruption;
import io.sluice.k6.script.port.Transport;
import io.sluice.k6.script.port.UserLoop;
import io.sluice.k6.script.port.UserPorts;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls a script's {@code handleSummary}, which can send nothing and wait for nothing. */
final class SummaryCall implements Transport, UserLoop {
  private final ArrayDeque<Runnable> events = new ArrayDeque<>();

  private SummaryCall() {}

  static @Nullable Map<String, byte[]> run(TestState test, String json) {
    SummaryCall nowhere = new SummaryCall();
    ScriptUser user =
        test.program.coordinator(
            new UserPorts(
                nowhere,
                nowhere,
                new StoreSamples(test.newStores(), test.definitions, Notes.NOWHERE),
                new UserInfo(test, 0),
                test.console,
                test.http));
    try {
      return user.handleSummary(json);
    } catch (ScriptError e) {
      test.console.log(Console.Level.ERROR, e.text(), "hint=\"script exception\"");
      return null;
    }
  }

  @Override
  public HopAnswer send(Hop hop) {
    throw new Interruption("http requests are not possible in handleSummary");
  }

  @Override
  public void submit(Hop hop, Consumer<HopAnswer> done) {
    throw new Interruption("http requests are not possible in handleSummary");
  }

  @Override
  public void sleep(long nanos) {
    throw new Interruption("sleep is not possible in handleSummary");
  }

  @Override
  public void post(Runnable event) {
    events.addLast(event);
  }

  @Override
  public @Nullable Runnable take(long deadlineNanos) {
    return events.pollFirst();
  }
}
