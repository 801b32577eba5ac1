package io.sluice.storefront.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.sluice.storefront.truth.GroundTruth;
import io.sluice.storefront.truth.Protocol;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer from its plan to the socket: it waits, it is counted as it leaves, or it is abandoned.
 * Belongs to the connection's event loop. It listens to its own write: what the socket refuses is
 * counted as abandoned after all.
 */
final class PendingReply implements ChannelFutureListener {
  private final Plan plan;
  private final Protocol protocol;
  private final long arrivalNanos;
  private final GroundTruth truth;
  private @Nullable Future<?> timer;
  private long timeNanos;
  private boolean due;

  PendingReply(Plan plan, Protocol protocol, long arrivalNanos, GroundTruth truth) {
    this.plan = plan;
    this.protocol = protocol;
    this.arrivalNanos = arrivalNanos;
    this.truth = truth;
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
    switch (plan) {
      case Plan.Answer answer -> {
        timeNanos = System.nanoTime() - arrivalNanos;
        truth.answered(answer.key(), protocol, arrivalNanos, timeNanos);
      }
      case Plan.UncountedAnswer uncounted -> {}
      case Plan.Reset reset -> truth.reset();
    }
  }

  /** Nobody waits for it any more. */
  void abandon() {
    if (timer != null) {
      timer.cancel(false);
    }
    if (!(plan instanceof Plan.UncountedAnswer)) {
      truth.abandoned();
    }
  }

  @Override
  public void operationComplete(ChannelFuture written) {
    if (!written.isSuccess() && plan instanceof Plan.Answer answer) {
      truth.refused(answer.key(), protocol, timeNanos);
    }
  }
}
