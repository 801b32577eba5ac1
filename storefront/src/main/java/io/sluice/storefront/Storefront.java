package io.sluice.storefront;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.fault.SeededStream;
import io.sluice.storefront.http.ConnectionInitializer;
import io.sluice.storefront.http.Responder;
import io.sluice.storefront.http.ShopApi;
import io.sluice.storefront.shop.Catalogue;
import io.sluice.storefront.shop.Shop;
import io.sluice.storefront.truth.GroundTruth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running storefront.
 *
 * <ol>
 *   <li>{@link #start} returns when it listens; {@link #close} returns when its port is free again.
 *   <li>Its threads are daemons: it runs until it is closed or the process ends.
 *   <li>Any thread may call any method.
 * </ol>
 */
public final class Storefront implements AutoCloseable {
  private static final int BACKLOG = 4_096;

  private final StorefrontOptions options;
  private final EventLoopGroup loops;
  private final Channel listener;
  private final ChannelGroup connections;
  private final GroundTruth truth;
  private final long startNanos;

  private Storefront(
      StorefrontOptions options,
      EventLoopGroup loops,
      Channel listener,
      ChannelGroup connections,
      GroundTruth truth,
      long startNanos) {
    this.options = options;
    this.loops = loops;
    this.listener = listener;
    this.connections = connections;
    this.truth = truth;
    this.startNanos = startNanos;
  }

  /**
   * Opens the shop.
   *
   * @throws IllegalArgumentException if the certificate cannot be used
   * @throws UncheckedIOException if the address is not free or not one of this machine
   */
  public static Storefront start(StorefrontOptions options) {
    SslContext tls = options.encryption().serverSide();
    GroundTruth truth = new GroundTruth(options.recording());
    long startNanos = System.nanoTime();
    FaultInjector faults = new FaultInjector(options.faults(), options.seed(), startNanos);
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    Transport transport = Transport.best();
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            options.threads(), new DefaultThreadFactory("storefront", true), transport.io());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.listener())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ConnectionInitializer(
                    tls,
                    responder(options, faults, truth),
                    faults,
                    truth,
                    options.limits(),
                    connections))
            .bind(options.host(), options.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loops);
      throw cannotListen(options, bound.cause());
    }
    return new Storefront(options, loops, bound.channel(), connections, truth, startNanos);
  }

  private static Responder responder(
      StorefrontOptions options, FaultInjector faults, GroundTruth truth) {
    SeededStream tokens = new SeededStream(SeededStream.seedFor(options.seed(), "tokens"));
    Shop shop = new Shop(Catalogue.standard(), InstantSource.system(), tokens);
    return new Responder(new ShopApi(shop), faults, truth);
  }

  private static UncheckedIOException cannotListen(
      StorefrontOptions options, @Nullable Throwable cause) {
    String reason = cause == null ? "cancelled" : String.valueOf(cause.getMessage());
    reason = reason.replaceFirst("^bind\\(\\.\\.\\) failed with error\\(-?\\d+\\): ", "");
    return new UncheckedIOException(
        new IOException(
            "cannot listen on " + options.host() + ":" + options.port() + ": " + reason, cause));
  }

  /** The port that it listens on, the real one if any free port was asked for. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Scheme, host and port, without a path. */
  public URI baseUri() {
    String host = options.host();
    if (host.equals("0.0.0.0")) {
      host = "127.0.0.1";
    } else if (host.indexOf(':') >= 0) {
      host = "[" + host + "]";
    }
    return URI.create(options.encryption().scheme() + "://" + host + ":" + port());
  }

  /**
   * When it started, by {@link System#nanoTime()}: stalls and the steps of correlated latencies are
   * counted from here.
   */
  public long startNanos() {
    return startNanos;
  }

  /** What was answered so far; it can be read after {@link #close}, too. */
  public GroundTruth truth() {
    return truth;
  }

  /**
   * Closes the port and all connections; what was not answered yet stays unanswered.
   *
   * <p>Subtle: the connections are closed here because event loops that are told to stop without a
   * quiet period may end before they have closed their channels.
   */
  @Override
  public void close() {
    var _ = listener.close().awaitUninterruptibly();
    var _ = connections.close().awaitUninterruptibly();
    stop(loops);
  }

  private static void stop(EventLoopGroup loops) {
    var _ = loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
