package io.sluice.storefront.http;

import io.sluice.storefront.truth.EndpointStatus;

/** An answer in its place in the connection's order. Belongs to the connection's event loop. */
final class PendingReply {
  private final PlannedReply plan;
  private final boolean keepAlive;
  private final long arrivalNanos;
  private boolean due;

  PendingReply(PlannedReply plan, boolean keepAlive, long arrivalNanos) {
    this.plan = plan;
    this.keepAlive = keepAlive;
    this.arrivalNanos = arrivalNanos;
  }

  Reply reply() {
    return plan.reply();
  }

  EndpointStatus key() {
    return new EndpointStatus(plan.label(), plan.reply().status());
  }

  boolean counted() {
    return plan.counting() == PlannedReply.Counting.COUNTED;
  }

  /** Whether the connection stays open after it. */
  boolean keepAlive() {
    return keepAlive;
  }

  long arrivalNanos() {
    return arrivalNanos;
  }

  /** Whether its latency is over; it leaves when those before it have left, too. */
  boolean due() {
    return due;
  }

  void becomeDue() {
    due = true;
  }
}
