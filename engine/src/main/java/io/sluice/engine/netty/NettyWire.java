package io.sluice.engine.netty;

import io.netty.channel.ManualIoEventLoop;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.engine.wire.Wire;
import io.sluice.engine.wire.WireEvents;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wire for HTTP: connections to the plan's targets on one I/O loop that its own thread drives.
 * Made and used on one thread.
 */
public final class NettyWire implements Wire {
  private static final long SPIN_NANOS = 20_000;
  private static final long LOOK_NANOS = 500_000_000;

  private final ManualIoEventLoop loop;
  private final PipeBuffers buffers;
  private final PipeOpener pipes;
  private Connections[] targets;
  private final Setup setup;
  private final Clock clock;
  private final BodyPool bodies;
  private final WireEvents events;
  private final Listener listener;
  private final long connectTimeout;
  private final long idle;
  private final Decoding decoding;
  private final NameWatch names;
  private final TextBuffer scratch = new TextBuffer();
  private final ArrayDeque<Exchange> finished = new ArrayDeque<>();
  private final ArrayList<Connection> open = new ArrayList<>();
  private final ArrayDeque<Connection> opening = new ArrayDeque<>();
  private final ArrayDeque<Connection> flushing = new ArrayDeque<>();
  private long nextLook;
  private boolean polling;
  private boolean sending;

  /**
   * What a wire needs to know, the same for all cells.
   *
   * @param sources local addresses that connections take in turn, or none
   * @param tls null where no target is encrypted
   */
  public record Setup(
      Sockets sockets,
      List<Origin> origins,
      WantedHeaders wantedHeaders,
      Limits limits,
      Network network,
      List<InetAddress> sources,
      @Nullable Tls tls) {
    public Setup {
      origins = List.copyOf(origins);
      sources = List.copyOf(sources);
    }

    /** The same for a plan that looks at other headers. */
    public Setup wanting(WantedHeaders headers) {
      return new Setup(sockets, origins, headers, limits, network, sources, tls);
    }
  }

  /** A wire for the current thread. */
  public NettyWire(
      Setup setup, Clock clock, BodyPool bodies, WireEvents events, Listener listener) {
    this.setup = setup;
    this.clock = clock;
    this.bodies = bodies;
    this.events = events;
    this.listener = listener;
    connectTimeout = setup.limits().connectTimeout().toNanos();
    idle = setup.network().connections().idle().toNanos();
    loop = new ManualIoEventLoop(Thread.currentThread(), setup.sockets().ioHandlers());
    buffers = new PipeBuffers(setup.sockets().direct(), events);
    pipes =
        new PipeOpener(
            loop,
            setup.sockets(),
            buffers,
            setup.network().sockets(),
            setup.sources(),
            setup.tls());
    decoding = new Decoding(bodies, setup.limits().maxBodyBytes());
    List<Origin> origins = setup.origins().stream().map(Origin::copy).toList();
    names = new NameWatch(loop, setup.sockets(), origins, clock, events);
    targets = origins.stream().map(this::connections).toArray(Connections[]::new);
  }

  private Connections connections(Origin origin) {
    return switch (setup.network().connections()) {
      case Network.Connections.PerUser _ -> new OwnConnections(this, origin);
      case Network.Connections.Shared shared -> new SharedConnections(this, origin, shared);
    };
  }

  // ---- for its cell

  @Override
  public void send(Exchange exchange) {
    exchange.underWay();
    sending = true; // what ends at once must not call the listener from in here
    targets[exchange.target()].send(exchange);
    sending = false;
  }

  @Override
  public void cancel(Exchange exchange) {
    if (!finished.isEmpty()) {
      finished.remove(exchange);
    }
    sending = true;
    targets[exchange.target()].cancel(exchange);
    sending = false;
  }

  @Override
  public int poll(long waitNanos) {
    while (!flushing.isEmpty()) {
      flushing.removeFirst().flush();
    }
    boolean mayWait = waitNanos > SPIN_NANOS && finished.isEmpty() && !buffers.hasLater();
    polling = true;
    int work = mayWait ? loop.run(waitNanos) : loop.runNow();
    work += buffers.endTurn();
    polling = false;
    if (!opening.isEmpty()) {
      watchOpening();
    }
    work += tellFinished();
    return work;
  }

  private int tellFinished() {
    int told = 0;
    for (Exchange exchange = finished.pollFirst();
        exchange != null;
        exchange = finished.pollFirst()) {
      told++;
      listener.done(exchange);
    }
    return told;
  }

  /** All have the same time to open, so that the oldest one is the first to be late. */
  private void watchOpening() {
    long now = clock.nanos();
    Connection oldest = opening.peekFirst();
    while (oldest != null && (!oldest.opening() || now - oldest.openedAt() >= connectTimeout)) {
      opening.removeFirst();
      if (oldest.opening()) {
        oldest.openTimedOut();
      }
      oldest = opening.peekFirst();
    }
  }

  @Override
  public void tick(long now) {
    names.tick(now);
    if (now >= nextLook) {
      nextLook = now + LOOK_NANOS;
      for (int i = open.size() - 1; i >= 0; i--) {
        if (open.get(i).idleSince(now - idle)) {
          open.get(i).shut();
        }
      }
    }
  }

  /** Adds a target that has become known, and returns its number. */
  public int add(Origin origin) {
    int number = targets.length;
    targets = Arrays.copyOf(targets, number + 1);
    targets[number] = connections(origin.copy());
    return number;
  }

  /** Ends the wait of {@link #poll}; any thread may call it. */
  public void wakeup() {
    loop.wakeup();
  }

  @Override
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.getLast().shut();
    }
    buffers.endTurn();
    names.close();
    var _ = loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
    while (!loop.isTerminated()) {
      loop.runNow();
    }
    buffers.endTurn();
    buffers.free();
  }

  // ---- for its connections

  /** Opens a connection; it is told what becomes of it, later. */
  void open(Connection connection, Origin origin) {
    connection.position = open.size();
    open.add(connection);
    opening.addLast(connection);
    InetSocketAddress to = origin.nextAddress();
    Exchange first = connection.first;
    InetAddress source = first == null ? null : first.source();
    connection.attach(pipes.open(origin, to, source, connection), to);
  }

  /** A connection is no more. */
  void closed(Connection connection) {
    Connection last = open.removeLast();
    if (last != connection) {
      open.set(connection.position, last);
      last.position = connection.position;
    }
  }

  /** Tells the listener: at once where it is being polled, else at the next poll. */
  void finish(Exchange exchange) {
    if (exchange.body() != null && exchange.outcome() == Outcome.OK) {
      decoding.decode(exchange);
    }
    if (polling && !sending) {
      listener.done(exchange);
    } else {
      finished.addLast(exchange);
    }
  }

  void flushLater(Connection connection) {
    flushing.addLast(connection);
  }

  long now() {
    return clock.nanos();
  }

  BodyPool bodies() {
    return bodies;
  }

  WireEvents events() {
    return events;
  }

  Limits limits() {
    return setup.limits();
  }

  Network network() {
    return setup.network();
  }

  WantedHeaders wantedHeaders() {
    return setup.wantedHeaders();
  }

  TextBuffer scratch() {
    return scratch;
  }
}
