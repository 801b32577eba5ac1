package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WaitingLine;
import io.sluice.model.plan.Network;
import io.sluice.model.run.Outcome;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A pool: requests take any connection that is ready, in turn, and wait in line where none is. A
 * connection is opened whenever one has to wait for which none is being opened yet, up to the most
 * that the plan allows.
 */
final class SharedConnections extends Connections {
  private final Network.Connections.Shared plan;
  private final ArrayDeque<Connection> ready = new ArrayDeque<>();
  private final WaitingLine waiting = new WaitingLine();
  private int open;
  private int opening;

  SharedConnections(NettyWire wire, Origin origin, Network.Connections.Shared plan) {
    super(wire, origin);
    this.plan = plan;
  }

  @Override
  void send(Exchange exchange) {
    Connection connection = waiting.isEmpty() ? takeReady() : null;
    if (connection == null) {
      waiting.add(exchange);
      openMore();
    } else {
      send(connection, exchange);
    }
  }

  private @Nullable Connection takeReady() {
    Connection connection = ready.pollFirst();
    while (connection != null && !connection.ready()) {
      connection.listed = false;
      connection = ready.pollFirst();
    }
    if (connection != null) {
      connection.listed = false;
    }
    return connection;
  }

  private void send(Connection connection, Exchange exchange) {
    exchange.link(exchange.target(), connection);
    connection.send(exchange);
    list(connection);
  }

  private void list(Connection connection) {
    if (!connection.listed && connection.ready()) {
      connection.listed = true;
      ready.addLast(connection);
    }
  }

  private void openMore() {
    while (opening < waiting.size() && open + opening < plan.max()) {
      opening++;
      wire.open(new Connection(wire, origin, this, null), origin);
    }
  }

  /** Those that wait are served as long as there is a connection that is ready. */
  private void serve() {
    while (!waiting.isEmpty()) {
      Connection connection = takeReady();
      if (connection == null) {
        openMore();
        return;
      }
      send(connection, waiting.takeFirst());
    }
  }

  @Override
  void again(Exchange exchange) {
    exchange.link(exchange.target(), null);
    waiting.addFirst(exchange);
    openMore();
  }

  @Override
  void cancel(Exchange exchange) {
    if (waiting.remove(exchange)) {
      return;
    }
    if (exchange.link() instanceof Connection connection) {
      exchange.link(exchange.target(), null);
      connection.cancel(exchange);
      list(connection);
      serve();
    }
  }

  @Override
  int maxStreams() {
    return plan.streams();
  }

  @Override
  void opened(Connection connection) {
    opening--;
    open++;
    list(connection);
    serve();
  }

  /** Every connection that fails takes one request with it: a refused one is never silent. */
  @Override
  void failed(Connection connection, Outcome outcome, String why) {
    opening--;
    if (!waiting.isEmpty()) {
      fail(waiting.takeFirst(), outcome, why);
    }
    openMore();
  }

  @Override
  void ended(Connection connection, Exchange exchange) {
    exchange.link(exchange.target(), null);
    list(connection);
    serve();
  }

  @Override
  void closed() {
    open--;
  }

  @Override
  void settled() {
    serve();
  }
}
