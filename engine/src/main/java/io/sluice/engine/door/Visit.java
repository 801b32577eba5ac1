package io.sluice.engine.door;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Link;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of a user's code at a time, and the connections that it keeps from one to the next. A
 * user has as many as it has requests at once.
 */
public final class Visit {
  private static final byte[] NOTHING = {};

  private final Door door;
  private final Exchange exchange;
  private @Nullable Call call;
  private @Nullable Consumer<Answer> done;
  private @Nullable Answer answer;
  private int window;

  Visit(Door door) {
    this.door = door;
    exchange = door.guests().exchange(this);
  }

  Exchange exchange() {
    return exchange;
  }

  /**
   * Sends a request.
   *
   * @param lag how late it is
   * @param told who is told; null for the user's thread
   */
  void send(Call what, long lag, @Nullable Consumer<Answer> told) {
    Guests guests = door.guests();
    long now = guests.clock().nanos();
    long intended = now - lag;
    call = what;
    done = told;
    answer = null;
    window = door.enterWindow(intended);
    guests.recorder().started(window, what.request(), lag);
    exchange.roomFor(what.target() + 1);
    exchange.prepare(
        what, what.target(), what.idempotent(), what.head(), what.keepBody(), intended, now);
    exchange.keepHead();
    guests.timeouts().add(exchange, now + what.timeoutNanos());
    guests.outbox().add(exchange, now);
  }

  /** The answer, once. */
  @Nullable Answer takeAnswer() {
    Answer taken = answer;
    answer = null;
    return taken;
  }

  /** The cell: its exchange is done. */
  public void done() {
    Call asked = requireCall();
    door.guests().timeouts().remove(exchange);
    if (exchange.outcome() == Outcome.OK && !asked.accepted().contains(exchange.status())) {
      boolean throttled = exchange.status() == 429;
      exchange.reject(
          throttled ? Outcome.THROTTLED : Outcome.HTTP_ERROR, "status " + exchange.status());
    }
    finish(asked);
  }

  private void finish(Call asked) {
    Guests guests = door.guests();
    guests.recorder().finished(window, asked.request(), exchange, false, 0);
    if (guests.recorder().worthKeeping(asked.request(), exchange)) {
      guests.recorder().keep(asked.request(), exchange, asked.method(), asked.url(), "");
    }
    Answer what = answer();
    long at = exchange.done();
    exchange.settle(guests.bodies());
    call = null;
    Consumer<Answer> told = done;
    done = null;
    door.answered(this);
    if (told == null) {
      answer = what;
      door.runnable(at);
    } else {
      told.accept(what);
    }
  }

  /** Cuts what is under way. */
  void abort() {
    Call asked = call;
    if (asked != null) {
      Guests guests = door.guests();
      guests.timeouts().remove(exchange);
      if (!guests.outbox().withdraw(exchange)) {
        guests.wire().cancel(exchange);
      }
      exchange.fail(Outcome.ABORTED, "", guests.clock().nanos());
      done = null;
      finish(asked);
    }
  }

  private Call requireCall() {
    if (call == null) {
      throw new IllegalStateException("an exchange came back to a user that sent none");
    }
    return call;
  }

  private static byte[] bytes(@Nullable Body body) {
    return body == null ? NOTHING : Arrays.copyOf(body.bytes(), body.length());
  }

  private Answer answer() {
    Link link = exchange.link();
    TextBuffer head = exchange.headBytes();
    return new Answer(
        exchange.outcome(),
        exchange.detail(),
        exchange.status(),
        Arrays.copyOf(head.bytes(), head.length()),
        exchange.keepBody() ? bytes(exchange.body()) : null,
        exchange.intended(),
        exchange.released(),
        exchange.written(),
        exchange.firstByte(),
        exchange.done(),
        exchange.connectNanos(),
        exchange.tlsNanos(),
        exchange.sent(),
        exchange.received(),
        link == null ? null : link.remote());
  }
}
