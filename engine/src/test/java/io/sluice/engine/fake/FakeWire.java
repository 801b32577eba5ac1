package io.sluice.engine.fake;

import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.engine.wire.Wire;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A wire without sockets: a function answers, and waiting moves the clock. Polls that wait for
 * nothing for ever are a spinning cell, and fail.
 */
public final class FakeWire implements Wire {
  private static final int MOST_IDLE_POLLS = 100_000;

  /** A request on its way. */
  public record Sent(long at, Exchange exchange, int target, String text) {}

  private record Due(long at, long order, Exchange exchange, Reply reply) {}

  private final ManualClock clock;
  private final BodyPool bodies;
  private final WantedHeaders wanted;
  private final Function<Sent, Reply> target;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final List<Sent> sent = new ArrayList<>();
  private final List<Exchange> open = new ArrayList<>();
  private @Nullable Listener listener;
  private Runnable beforePoll = () -> {};
  private int mostOpen;
  private int idlePolls;
  private long lastPoll = Long.MIN_VALUE;
  private long order;
  private int cancelled;

  /** A wire to a target. */
  public FakeWire(
      ManualClock clock, BodyPool bodies, WantedHeaders wanted, Function<Sent, Reply> target) {
    this.clock = clock;
    this.bodies = bodies;
    this.wanted = wanted;
    this.target = target;
  }

  /** Names whom it tells. */
  public void listener(Listener told) {
    listener = told;
  }

  /** Does something at the beginning of every poll. */
  public void beforePoll(Runnable action) {
    beforePoll = action;
  }

  @Override
  public void send(Exchange exchange) {
    exchange.underWay();
    TextBuffer bytes = new TextBuffer();
    exchange.write(bytes);
    exchange.written(clock.nanos(), bytes.length());
    Sent request = new Sent(clock.nanos(), exchange, exchange.target(), bytes.toString());
    sent.add(request);
    open.add(exchange);
    mostOpen = Math.max(mostOpen, open.size());
    Reply reply = target.apply(request);
    if (reply.delayNanos() >= 0) {
      due.add(new Due(clock.nanos() + reply.delayNanos(), order++, exchange, reply));
    }
  }

  @Override
  public void cancel(Exchange exchange) {
    cancelled++;
    open.remove(exchange);
    due.removeIf(d -> d.exchange() == exchange);
  }

  @Override
  public void tick(long now) {}

  @Override
  public int poll(long waitNanos) {
    beforePoll.run();
    Due next = due.peek();
    long until = clock.nanos() + Math.max(0, waitNanos);
    clock.advanceTo(next == null ? until : Math.min(until, next.at()));
    idlePolls = clock.nanos() == lastPoll ? idlePolls + 1 : 0;
    lastPoll = clock.nanos();
    if (idlePolls > MOST_IDLE_POLLS) {
      throw new AssertionError("the cell spins at " + clock.nanos() + " ns");
    }
    int done = 0;
    while (!due.isEmpty() && due.element().at() <= clock.nanos()) {
      finish(due.remove());
      done++;
    }
    return done;
  }

  private void finish(Due answered) {
    Exchange exchange = answered.exchange();
    Reply reply = answered.reply();
    open.remove(exchange);
    if (reply.outcome().failed()) {
      exchange.fail(reply.outcome(), reply.outcome().key(), answered.at());
    } else {
      exchange.status(reply.status());
      reply.headers().forEach((name, value) -> header(exchange, name, value));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.received(answered.at(), body.length + 1L);
      if (exchange.keepBody() && body.length > 0) {
        var kept = exchange.body(bodies);
        int at = kept.extend(body.length);
        System.arraycopy(body, 0, kept.bytes(), at, body.length);
      }
      exchange.complete(answered.at());
    }
    Listener told = listener;
    if (told == null) {
      throw new IllegalStateException("a wire without a listener");
    }
    told.done(exchange);
  }

  private void header(Exchange exchange, String name, String value) {
    int number = wanted.number(name);
    if (number >= 0) {
      exchange.header(number).append(value);
    }
  }

  @Override
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {}

  /** Every request so far. */
  public List<Sent> sent() {
    return sent;
  }

  /** The most that were open at once. */
  public int mostOpen() {
    return mostOpen;
  }

  /** How many were taken off. */
  public int cancelled() {
    return cancelled;
  }
}
