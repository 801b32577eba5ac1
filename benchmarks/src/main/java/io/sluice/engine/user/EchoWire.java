package io.sluice.engine.user;

import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Wire;
import io.sluice.model.plan.TextBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wire without a network: writes the request, and has the same answer for each. */
final class EchoWire implements Wire {
  private final BodyPool bodies;
  private final byte[] answer;
  private final TextBuffer request = new TextBuffer();
  private @Nullable Exchange sent;

  EchoWire(BodyPool bodies, byte[] answer) {
    this.bodies = bodies;
    this.answer = answer;
  }

  @Override
  public void send(Exchange exchange) {
    exchange.underWay();
    sent = exchange;
  }

  /** Writes the request that was sent last and completes its answer. */
  Exchange answer() {
    Exchange exchange = Objects.requireNonNull(sent);
    request.clear();
    exchange.write(request);
    long now = exchange.released();
    exchange.written(now, request.length());
    exchange.received(now + 50_000, 170 + answer.length);
    exchange.status(200);
    if (exchange.keepBody()) {
      exchange.body(bodies).append(answer, 0, answer.length);
    }
    exchange.complete(now + 60_000);
    return exchange;
  }

  @Override
  public void cancel(Exchange exchange) {}

  @Override
  public int poll(long waitNanos) {
    return 0;
  }

  @Override
  public void tick(long nowNanos) {}

  @Override
  public int connections() {
    return 1;
  }

  @Override
  public void close() {}
}
