package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.Outcome;

/** Each user has a connection of its own, which its exchange keeps from one request to the next. */
final class OwnConnections extends Connections {
  OwnConnections(NettyWire wire, Origin origin) {
    super(wire, origin);
  }

  @Override
  void send(Exchange exchange) {
    if (exchange.link() instanceof Connection connection && connection.ready()) {
      connection.send(exchange);
    } else {
      again(exchange);
    }
  }

  @Override
  void again(Exchange exchange) {
    Connection connection = new Connection(wire, origin, this, exchange);
    exchange.link(exchange.target(), connection);
    wire.open(connection, origin);
  }

  @Override
  void cancel(Exchange exchange) {
    if (exchange.link() instanceof Connection connection) {
      connection.cancel(exchange);
      if (!connection.alive()) {
        exchange.link(exchange.target(), null);
      }
    }
  }

  @Override
  int maxStreams() {
    return 1;
  }

  @Override
  void opened(Connection connection) {
    Exchange first = connection.first;
    connection.first = null;
    if (first == null) {
      connection.close();
    } else {
      connection.send(first);
    }
  }

  @Override
  void failed(Connection connection, Outcome outcome, String why) {
    Exchange first = connection.first;
    connection.first = null;
    if (first != null) {
      fail(first, outcome, why);
    }
  }

  @Override
  void ended(Connection connection, Exchange exchange) {}

  @Override
  void closed() {}

  @Override
  void settled() {}
}
