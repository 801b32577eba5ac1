package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.Outcome;

/** The connections of one loop to one target, and who gets which. */
abstract sealed class Connections permits OwnConnections, SharedConnections {
  final NettyWire wire;
  final Origin origin;

  Connections(NettyWire wire, Origin origin) {
    this.wire = wire;
    this.origin = origin;
  }

  /** Sends an exchange as soon as there is a connection for it. */
  abstract void send(Exchange exchange);

  /** Takes an exchange off, whether it waits or is under way. */
  abstract void cancel(Exchange exchange);

  /** Most requests at a time on one connection. */
  abstract int maxStreams();

  // ---- what becomes of a connection

  abstract void opened(Connection connection);

  /** It could not be opened. */
  abstract void failed(Connection connection, Outcome outcome, String why);

  /** An exchange on it has ended; its listener has not been told yet. */
  abstract void ended(Connection connection, Exchange exchange);

  /** An exchange is to be sent again; not on a connection that was used before. */
  abstract void again(Exchange exchange);

  /** It was open and is not any more; exchanges on it may be about to end. */
  abstract void closed();

  /** A connection was lost, and all that was on it has ended. */
  abstract void settled();

  final void fail(Exchange exchange, Outcome outcome, String why) {
    exchange.fail(outcome, why, wire.now());
    wire.finish(exchange);
  }
}
