package io.sluice.storefront.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.AsciiString;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.sluice.storefront.fault.Ending;
import io.sluice.storefront.truth.GroundTruth;
import io.sluice.storefront.truth.Outcome;
import io.sluice.storefront.truth.Protocol;
import io.sluice.storefront.truth.Visit;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer from its plan to the socket: it waits, it is counted as it leaves, or it is abandoned.
 * Belongs to the connection's event loop. It listens to the write of its last byte: what the socket
 * refuses is counted as abandoned after all.
 */
final class PendingReply implements ChannelFutureListener {
  private final Plan plan;
  private final Visit visit;
  private final GroundTruth truth;
  private @Nullable Future<?> timer;
  private long leftNanos;
  private int row;
  private boolean due;

  PendingReply(Plan plan, Protocol protocol, long arrivalNanos, GroundTruth truth) {
    this.plan = plan;
    this.truth = truth;
    this.visit =
        switch (plan) {
          case Plan.Answer answer ->
              new Visit(
                  answer.label(),
                  answer.reply().status().code(),
                  protocol,
                  arrivalNanos,
                  answer.drawnNanos(),
                  answer.releaseNanos());
          case Plan.UncountedAnswer uncounted ->
              new Visit("", 0, protocol, arrivalNanos, 0, arrivalNanos);
          case Plan.Reset reset ->
              new Visit(
                  reset.label(),
                  0,
                  protocol,
                  arrivalNanos,
                  reset.drawnNanos(),
                  reset.releaseNanos());
        };
  }

  Plan plan() {
    return plan;
  }

  /** Whether its latency is over. */
  boolean isDue() {
    return due;
  }

  /** Is due at once if its time has come, and true then; or runs the action when it will be. */
  boolean isDueOr(EventExecutor loop, Runnable whenDue) {
    long waitNanos = plan.releaseNanos() - System.nanoTime();
    due = waitNanos <= 0;
    if (!due) {
      timer =
          loop.schedule(
              () -> {
                due = true;
                whenDue.run();
              },
              waitNanos,
              TimeUnit.NANOSECONDS);
    }
    return due;
  }

  /** Counts it; the caller hands it to the socket next. */
  void leaves() {
    leftNanos = System.nanoTime();
    switch (plan) {
      case Plan.Answer answer -> {
        row =
            switch (answer.delivery().ending()) {
              case COMPLETE -> truth.answered(visit, leftNanos);
              case RESET_MIDWAY -> truth.cut(visit, Outcome.RESET_MIDWAY, leftNanos);
              case HALF_CLOSE -> truth.cut(visit, Outcome.HALF_CLOSED, leftNanos);
            };
      }
      case Plan.UncountedAnswer uncounted -> {}
      case Plan.Reset reset -> truth.reset(visit, leftNanos);
    }
  }

  /**
   * The value of the {@code Server-Timing} header (W3C): for how many milliseconds the request was
   * in the server, to the microsecond. Empty unless each request is recorded, and before it leaves.
   */
  AsciiString timing() {
    if (!(plan instanceof Plan.Answer) || !truth.recordsEachRequest()) {
      return AsciiString.EMPTY_STRING;
    }
    long micros = (leftNanos - visit.arrivalNanos()) / 1_000;
    return AsciiString.of("server;dur=" + BigDecimal.valueOf(micros, 3).toPlainString());
  }

  /** Nobody waits for it any more. */
  void abandon() {
    if (timer != null) {
      timer.cancel(false);
    }
    if (!(plan instanceof Plan.UncountedAnswer)) {
      truth.abandoned(visit, System.nanoTime());
    }
  }

  /** Its client left while its bytes did. */
  void breakOff() {
    if (plan instanceof Plan.Answer answer && answer.delivery().ending() == Ending.COMPLETE) {
      truth.refused(visit, row, leftNanos);
    }
  }

  @Override
  public void operationComplete(ChannelFuture written) {
    ended(written);
  }

  /** The write of its last byte is over. */
  void ended(Future<? super Void> written) {
    if (!written.isSuccess()) {
      breakOff();
    } else if (plan instanceof Plan.Answer && truth.recordsEachRequest()) {
      truth.sent(row, System.nanoTime());
    }
  }
}
