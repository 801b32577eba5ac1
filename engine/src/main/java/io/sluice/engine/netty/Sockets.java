package io.sluice.engine.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * A system interface for sockets.
 *
 * @param name as reports show it
 * @param ioHandlers makes the loop's side
 * @param channels makes the connections
 */
public record Sockets(
    String name, IoHandlerFactory ioHandlers, ChannelFactory<? extends Channel> channels) {
  /** epoll where there is one, else NIO. */
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
    return new Sockets("epoll", EpollIoHandler.newFactory(), EpollSocketChannel::new);
  }

  /** Java's own. */
  public static Sockets nio() {
    return new Sockets("nio", NioIoHandler.newFactory(), NioSocketChannel::new);
  }
}
