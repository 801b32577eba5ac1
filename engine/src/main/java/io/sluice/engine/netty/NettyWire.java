package io.sluice.engine.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ManualIoEventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.engine.wire.Wire;
import io.sluice.engine.wire.WireEvents;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Target;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wire for HTTP/1.1: connections of users on one I/O loop that its own thread drives. Made and
 * used on one thread.
 */
public final class NettyWire implements Wire {
  private static final long SPIN_NANOS = 20_000;

  private final ManualIoEventLoop loop;
  private final Sockets sockets;
  private final List<Origin> origins;
  private final WantedHeaders wantedHeaders;
  private final Limits limits;
  private final @Nullable SslContext tls;
  private final Clock clock;
  private final BodyPool bodies;
  private final WireEvents events;
  private final Listener listener;
  private final BufferSink sink = new BufferSink();
  private final ArrayDeque<Exchange> finished = new ArrayDeque<>();
  private boolean polling;
  private boolean sending;
  private int connections;

  /** What a wire needs to know, the same for all cells. */
  public record Setup(
      Sockets sockets,
      List<Origin> origins,
      WantedHeaders wantedHeaders,
      Limits limits,
      @Nullable SslContext tls) {
    /** The same for a plan that looks at other headers. */
    public Setup wanting(WantedHeaders headers) {
      return new Setup(sockets, origins, headers, limits, tls);
    }
  }

  /** A wire for the current thread. */
  public NettyWire(
      Setup setup, Clock clock, BodyPool bodies, WireEvents events, Listener listener) {
    sockets = setup.sockets();
    origins = setup.origins().stream().map(Origin::copy).toList();
    wantedHeaders = setup.wantedHeaders();
    limits = setup.limits();
    tls = setup.tls();
    this.clock = clock;
    this.bodies = bodies;
    this.events = events;
    this.listener = listener;
    loop = new ManualIoEventLoop(Thread.currentThread(), sockets.ioHandlers());
  }

  @Override
  public void send(Exchange exchange) {
    exchange.underWay();
    sending = true; // a write that fails at once must not call the listener from in here
    if (exchange.link() instanceof HttpLink link && link.usable()) {
      link.send(exchange);
    } else {
      sendOnFresh(exchange);
    }
    sending = false;
  }

  /** Opens a connection; the exchange goes out on it as soon as it is there. */
  void sendOnFresh(Exchange exchange) {
    Origin origin = origins.get(exchange.target());
    HttpLink link = new HttpLink(this, origin, exchange);
    exchange.link(exchange.target(), link);
    connections++;
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channelFactory(sockets.channels())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(Integer.MAX_VALUE, limits.connectTimeout().toMillis()))
            .handler(new Pipeline(origin.target(), link))
            .connect(origin.nextAddress());
    link.attach(connecting.channel());
    connecting.addListener(
        outcome -> {
          if (!outcome.isSuccess()) {
            link.connectFailed(outcome.cause());
          }
        });
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    private final Target target;
    private final HttpLink link;

    Pipeline(Target target, HttpLink link) {
      this.target = target;
      this.link = link;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (target.secure()) {
        if (tls == null) {
          throw new IllegalStateException("a secure target without TLS");
        }
        SslHandler handler = tls.newHandler(channel.alloc(), target.host(), target.port());
        handler.setHandshakeTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        channel.pipeline().addLast(handler);
      }
      channel.pipeline().addLast(link);
    }
  }

  @Override
  public void cancel(Exchange exchange) {
    finished.remove(exchange);
    if (exchange.link() instanceof HttpLink link) {
      exchange.link(exchange.target(), null);
      link.cancel();
    }
  }

  @Override
  public int poll(long waitNanos) {
    boolean mayWait = waitNanos > SPIN_NANOS && finished.isEmpty();
    polling = true;
    int work = mayWait ? loop.run(waitNanos) : loop.runNow();
    polling = false;
    Exchange exchange = finished.pollFirst();
    while (exchange != null) {
      work++;
      listener.done(exchange);
      exchange = finished.pollFirst();
    }
    return work;
  }

  /** Tells the listener: at once where it is being polled, else at the next poll. */
  void finish(Exchange exchange) {
    if (polling && !sending) {
      listener.done(exchange);
    } else {
      finished.addLast(exchange);
    }
  }

  /** A connection is no more. */
  void closed() {
    connections--;
  }

  @Override
  public int connections() {
    return connections;
  }

  @Override
  public void close() {
    var _ = loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
    while (!loop.isTerminated()) {
      loop.runNow();
    }
  }

  long now() {
    return clock.nanos();
  }

  BufferSink sink() {
    return sink;
  }

  BodyPool bodies() {
    return bodies;
  }

  WireEvents events() {
    return events;
  }

  Limits limits() {
    return limits;
  }

  WantedHeaders wantedHeaders() {
    return wantedHeaders;
  }
}
