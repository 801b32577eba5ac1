package io.sluice.engine.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long QUICK = 40_000;

  private final List<Exchange> sent = new ArrayList<>();
  private final Outbox outbox = new Outbox(new Sending());
  private final Exchange a = new Exchange("a", 1, 0);
  private final Exchange b = new Exchange("b", 1, 0);

  /** A wire that only sends. */
  private final class Sending implements Wire {
    @Override
    public void send(Exchange exchange) {
      sent.add(exchange);
    }

    @Override
    public void cancel(Exchange exchange) {
      throw new IllegalStateException("nothing is under way");
    }

    @Override
    public int poll(long waitNanos) {
      return 0;
    }

    @Override
    public void tick(long nowNanos) {}

    @Override
    public int connections() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void whatWasAskedForInATurnIsSentAtItsEndInOrder() {
    outbox.begin(0);
    outbox.add(a, QUICK);
    outbox.stepped(QUICK);
    outbox.add(b, 2 * QUICK);
    outbox.stepped(2 * QUICK);
    assertEquals(List.of(), sent);
    outbox.flush();
    assertEquals(List.of(a, b), sent);
    outbox.flush();
    assertEquals(2, sent.size());
  }

  @Test
  void nothingIsKeptLongerThanHalfAMillisecondAndAStep() {
    outbox.begin(0);
    outbox.add(a, QUICK);
    long now = QUICK;
    while (sent.isEmpty()) {
      now += QUICK;
      outbox.stepped(now);
    }
    long kept = now - QUICK;
    assertTrue(kept >= Outbox.MOST_NANOS && kept < Outbox.MOST_NANOS + QUICK, "kept " + kept);
  }

  @Test
  void usersThatComputeForLongSendAtOnceAndForAWhile() {
    outbox.begin(0);
    outbox.stepped(Outbox.LONG_STEP_NANOS);
    outbox.add(a, Outbox.LONG_STEP_NANOS + QUICK);
    outbox.stepped(Outbox.LONG_STEP_NANOS + QUICK);
    assertEquals(List.of(), sent, "one such step is forgotten soon: all are as long again");

    outbox.begin(0);
    outbox.stepped(4 * Outbox.LONG_STEP_NANOS);
    outbox.add(b, 4 * Outbox.LONG_STEP_NANOS + QUICK);
    outbox.stepped(4 * Outbox.LONG_STEP_NANOS + QUICK);
    assertEquals(List.of(a, b), sent);
  }

  @Test
  void whatIsTakenBackIsNotSent() {
    outbox.begin(0);
    outbox.add(a, 0);
    outbox.add(b, 0);
    assertTrue(outbox.withdraw(a));
    outbox.flush();
    assertEquals(List.of(b), sent);
    assertFalse(outbox.withdraw(b), "it is on the wire");
  }
}
