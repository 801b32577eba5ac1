package io.sluice.engine.netty;

import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.Limits;

/** The connection that {@link Http2} speaks on, and what it knows of the run. */
interface Http2Carrier {
  /** Sends bytes, which are copied before it returns; one system call each. */
  void write(byte[] bytes, int from, int length);

  /** Has {@link Protocol#flush()} called once before there is a wait for input next. */
  void flushLater();

  /** Passes on an exchange that is done. Called once for each that is not retried or cancelled. */
  void finish(Exchange exchange);

  /** Sends the exchange again on another connection, counted. */
  void retry(Exchange exchange);

  /** Closes the connection; it is not told of it. */
  void shut();

  /** Nanoseconds from the start of the run. */
  long now();

  /** Where bodies come from. */
  BodyPool bodies();

  /** How large a response may be. */
  Limits limits();

  /** The headers that are kept. */
  WantedHeaders wantedHeaders();

  /** The most streams at a time that the plan wants. */
  int maxStreams();
}
