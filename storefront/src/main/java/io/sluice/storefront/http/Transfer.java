package io.sluice.storefront.http;

import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.sluice.storefront.fault.Delivery;
import io.sluice.storefront.fault.Ending;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way to the socket, piece by piece, to its end or to its half. The instants of the
 * pieces are counted from the first, so that delays do not add up. Belongs to the connection's
 * event loop.
 */
final class Transfer {

  /** Where the pieces go. */
  interface Outlet {

    /**
     * Writes a piece and flushes it.
     *
     * @param completes whether the answer is complete with it
     */
    ChannelFuture write(byte[] body, int from, int size, boolean completes);

    /** The last piece that was to be sent was taken, or refused. */
    void ended(Ending ending);
  }

  private final byte[] body;
  private final Delivery delivery;
  private final PendingReply counted;
  private final int end;
  private final EventExecutor loop;
  private final LongUnaryOperator held;
  private final Outlet outlet;
  private @Nullable Future<?> timer;
  private long nextNanos;
  private int sent;

  /** The last piece was written: its future says what became of the answer. */
  private boolean over;

  /**
   * Prepares the body.
   *
   * @param counted learns how it ended
   * @param held when bytes may leave that are due at an instant
   */
  Transfer(
      byte[] body,
      Delivery delivery,
      PendingReply counted,
      EventExecutor loop,
      LongUnaryOperator held,
      Outlet outlet) {
    this.body = body;
    this.delivery = delivery;
    this.counted = counted;
    this.end = delivery.ending() == Ending.COMPLETE ? body.length : body.length / 2;
    this.loop = loop;
    this.held = held;
    this.outlet = outlet;
  }

  /** Lets the first piece go now, and each other when it is due. */
  void start() {
    nextNanos = System.nanoTime();
    send();
  }

  private void send() {
    int from = sent;
    int size = Math.min(delivery.drip().pieceBytes(), end - from);
    sent += size;
    over = sent == end;
    boolean completes = over && delivery.ending() == Ending.COMPLETE;
    ChannelFuture written = outlet.write(body, from, size, completes);
    if (over) {
      var _ = written.addListener(this::ended);
    } else {
      nextNanos += delivery.drip().interval().toNanos();
      long waitNanos = held.applyAsLong(nextNanos) - System.nanoTime();
      timer = loop.schedule(this::send, Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
    }
  }

  private void ended(Future<? super Void> written) {
    counted.ended(written);
    outlet.ended(delivery.ending());
  }

  /** Its client is gone. */
  void breakOff() {
    if (!over) {
      over = true;
      if (timer != null) {
        timer.cancel(false);
      }
      counted.breakOff();
    }
  }
}
