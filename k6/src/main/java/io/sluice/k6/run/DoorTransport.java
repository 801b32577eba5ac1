package io.sluice.k6.run;

import io.sluice.engine.door.Answer;
import io.sluice.engine.door.Call;
import io.sluice.engine.door.CutException;
import io.sluice.engine.door.Door;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopFailure.Kind;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.Interruption;
import io.sluice.k6.script.port.Peer;
import io.sluice.k6.script.port.Transport;
import io.sluice.k6.script.port.UserLoop;
import io.sluice.model.plan.Target;
import java.net.UnknownHostException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A user's way to the wire and through time: the engine's door. Belongs to the user's thread. */
final class DoorTransport implements Transport, UserLoop {
  private static final byte[] NOTHING = {};

  private final Door door;
  private final RequestNumbers numbers;
  private final RequestPace pace;
  private final ScriptRoads roads;
  private final Blocked blocked;
  private final boolean closes;
  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
  private final Answers answers = new Answers();
  private long sent;
  private long received;

  /**
   * The way of one user.
   *
   * @param numbers shared with others of its thread
   * @param closes whether every request has a connection of its own
   */
  DoorTransport(Door door, TestState test, RequestNumbers numbers, boolean closes) {
    this.door = door;
    this.closes = closes;
    this.numbers = numbers;
    pace = test.pace(door.cell());
    roads = test.roads;
    blocked = new Blocked(test.options.network(), roads);
  }

  @Override
  public HopAnswer send(Hop hop) {
    HopFailure forbidden = blocked.failure(hop.target());
    if (forbidden != null) {
      return HopAnswer.failed(forbidden, HopTimes.NONE, Peer.NONE);
    }
    try {
      door.sleep(pace.reserve(door.now()));
      Target target = numbers.target(hop.target());
      HopAnswer answer = told(door.send(call(hop, target, door.target(target))));
      if (closes) {
        door.closeConnections();
      }
      return answer;
    } catch (UnknownHostException e) {
      return unknown(hop);
    } catch (CutException e) {
      throw new Interruption("interrupted");
    }
  }

  @Override
  public void submit(Hop hop, Consumer<HopAnswer> done) {
    HopFailure forbidden = blocked.failure(hop.target());
    if (forbidden != null) {
      done.accept(HopAnswer.failed(forbidden, HopTimes.NONE, Peer.NONE));
      return;
    }
    try {
      door.sleep(pace.reserve(door.now()));
      Target target = numbers.target(hop.target());
      door.submit(call(hop, target, door.target(target)), answer -> done.accept(told(answer)));
    } catch (UnknownHostException e) {
      done.accept(unknown(hop));
    } catch (CutException e) {
      throw new Interruption("interrupted");
    }
  }

  private HopAnswer unknown(Hop hop) {
    HopFailure refused = roads.refusal(hop.target().host(), hop.target().port());
    String text = "lookup " + hop.target().host() + ": no such host";
    HopFailure why = refused == null ? new HopFailure(Kind.DNS_NO_SUCH_HOST, text) : refused;
    return HopAnswer.failed(why, HopTimes.NONE, Peer.NONE);
  }

  private HopAnswer told(Answer answer) {
    sent += answer.sent();
    received += answer.received();
    return answers.of(answer);
  }

  private Call call(Hop hop, Target target, int number) {
    byte[] body = hop.body();
    Call.Framing framing =
        body == null
            ? Call.Framing.NONE
            : hop.chunked() ? Call.Framing.CHUNKED : Call.Framing.LENGTH;
    return new Call(
        numbers.of(hop, target),
        number,
        target,
        hop.method(),
        hop.target().path(),
        hop.headers(),
        body == null ? NOTHING : body,
        framing,
        hop.timeoutNanos(),
        hop.wantsBody(),
        hop.accepted());
  }

  @Override
  public void sleep(long nanos) {
    try {
      door.sleep(nanos);
    } catch (CutException e) {
      throw new Interruption("interrupted");
    }
  }

  // ---- the loop

  @Override
  public void post(Runnable event) {
    events.add(event);
    door.wakeFromAnywhere();
  }

  @Override
  public @Nullable Runnable take(long deadlineNanos) {
    Runnable event = events.poll();
    while (event == null) {
      long left =
          deadlineNanos == Long.MAX_VALUE ? Long.MAX_VALUE : deadlineNanos - System.nanoTime();
      if (left <= 0) {
        return null;
      }
      try {
        door.await(left == Long.MAX_VALUE ? left : door.now() + left);
      } catch (CutException e) {
        throw new Interruption("interrupted");
      }
      event = events.poll();
    }
    return event;
  }

  // ---- what goes over the wire

  /** Bytes sent since the last call. */
  long takeSent() {
    long bytes = sent;
    sent = 0;
    return bytes;
  }

  /** Bytes received since the last call. */
  long takeReceived() {
    long bytes = received;
    received = 0;
    return bytes;
  }
}
