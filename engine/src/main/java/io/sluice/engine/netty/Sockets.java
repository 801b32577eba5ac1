package io.sluice.engine.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDatagramChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;

/**
 * A system interface for sockets.
 *
 * @param name as reports show it
 * @param ioHandlers makes the loop's side
 * @param channels makes the connections
 * @param datagrams makes what asks name servers
 */
public record Sockets(
    String name,
    IoHandlerFactory ioHandlers,
    ChannelFactory<? extends Channel> channels,
    ChannelFactory<? extends DatagramChannel> datagrams) {
  /**
   * Events that one turn of a loop handles at most: what is due to start must not wait behind
   * hundreds of answers.
   */
  private static final int EVENTS = 32;

  private static final String EPOLL = "epoll";

  /** epoll where there is one, else NIO. docs/benchmarks.md says why not io_uring. */
  public static Sockets best() {
    return Epoll.isAvailable() ? epoll() : nio();
  }

  /**
   * Linux epoll.
   *
   * @throws IllegalStateException with a sentence, where there is none
   */
  public static Sockets epoll() {
    if (!Epoll.isAvailable()) {
      throw new IllegalStateException("this machine has no epoll: use the transport nio");
    }
    return new Sockets(
        EPOLL,
        EpollIoHandler.newFactory(EVENTS, DefaultSelectStrategyFactory.INSTANCE),
        EpollSocketChannel::new,
        EpollDatagramChannel::new);
  }

  /**
   * Linux io_uring.
   *
   * @throws IllegalStateException with a sentence, where there is none
   */
  public static Sockets ioUring() {
    if (!IoUring.isAvailable()) {
      throw new IllegalStateException(
          "this machine has no io_uring, or forbids it: use the transport epoll or nio");
    }
    return new Sockets(
        "io_uring",
        IoUringIoHandler.newFactory(),
        IoUringSocketChannel::new,
        IoUringDatagramChannel::new);
  }

  /** Java's own. */
  public static Sockets nio() {
    return new Sockets(
        "nio", NioIoHandler.newFactory(), NioSocketChannel::new, NioDatagramChannel::new);
  }

  /** Whether connections in clear text may be {@link EpollPipe}s. */
  boolean direct() {
    return name.equals(EPOLL);
  }

  /** Lets the system choose the port of a bound address when it connects, where it can. */
  void lateBinding(Bootstrap bootstrap) {
    if (name.equals(EPOLL)) {
      bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    }
  }
}
