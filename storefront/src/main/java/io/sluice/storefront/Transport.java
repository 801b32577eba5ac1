package io.sluice.storefront;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How sockets are waited for: Linux's epoll where it works, the JDK's selector elsewhere. */
record Transport(IoHandlerFactory io, Class<? extends ServerChannel> listener) {
  static Transport best() {
    return Epoll.isAvailable()
        ? new Transport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
        : new Transport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }
}
