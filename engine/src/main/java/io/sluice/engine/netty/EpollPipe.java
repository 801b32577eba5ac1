package io.sluice.engine.netty;

import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.FileDescriptor;
import io.sluice.model.plan.Network;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection straight on epoll: one system call to send a request, one to read its answer,
 * nothing between. It spares what a channel's pipeline, promises and buffers cost.
 *
 * <pre>
 *  CONNECTING ─► OPEN ─► CLOSED
 *      └───────────────────▲
 * </pre>
 */
final class EpollPipe implements EpollIoHandle, Pipe {
  private static final EpollIoOps READ = EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLRDHUP);
  private static final EpollIoOps READ_AND_WRITE = READ.with(EpollIoOps.EPOLLOUT);
  private static final int WRITABLE = EpollIoOps.EPOLLOUT.value();

  /** Of {@code ip(7)}: the port of a bound address is chosen when it connects. */
  private static final int IP_BIND_ADDRESS_NO_PORT = 24;

  private static final byte[] NOTHING = new byte[0];

  private enum State {
    CONNECTING,
    OPEN,
    CLOSED
  }

  private final LinuxSocket socket;
  private final PipeBuffers buffers;
  private final PipeListener listener;
  private State state = State.CONNECTING;
  private @Nullable IoRegistration registration;
  private byte[] unsent = NOTHING; // what the system did not take
  private int unsentFrom;
  private int unsentTo;

  private EpollPipe(LinuxSocket socket, PipeBuffers buffers, PipeListener listener) {
    this.socket = socket;
    this.buffers = buffers;
    this.listener = listener;
  }

  /**
   * Begins to connect.
   *
   * @param source the local address, or null for the system's choice
   * @throws IOException if the system refuses at once
   */
  static Pipe open(
      IoEventLoop loop,
      PipeBuffers buffers,
      Network.SocketOptions options,
      InetSocketAddress to,
      @Nullable InetAddress source,
      PipeListener listener)
      throws IOException {
    boolean v4 = to.getAddress() instanceof Inet4Address;
    LinuxSocket socket =
        LinuxSocket.newSocketStream(v4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6);
    EpollPipe pipe = new EpollPipe(socket, buffers, listener);
    try {
      socket.setTcpNoDelay(options.noDelay());
      if (options.sendBuffer() > 0) {
        socket.setSendBufferSize(options.sendBuffer());
      }
      if (options.receiveBuffer() > 0) {
        socket.setReceiveBufferSize(options.receiveBuffer());
      }
      if (source != null) {
        if (v4) {
          socket.setIntOpt(0, IP_BIND_ADDRESS_NO_PORT, 1);
        }
        socket.bind(new InetSocketAddress(source, 0));
      }
      boolean connected = socket.connect(to);
      IoRegistration registration = loop.register(pipe).get();
      pipe.registration = registration;
      registration.submit(READ_AND_WRITE);
      if (connected) {
        buffers.later(pipe::connected);
      }
      return pipe;
    } catch (IOException e) {
      socket.close();
      throw e;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      socket.close();
      throw new IOException(e);
    }
  }

  @Override
  public FileDescriptor fd() {
    return socket;
  }

  @Override
  public void handle(IoRegistration ignored, IoEvent event) {
    int ops = ((EpollIoEvent) event).ops().value();
    if (state == State.OPEN) { // first: the hot path
      if ((ops & WRITABLE) != 0) {
        writeRest();
      }
      if ((ops & ~WRITABLE) != 0) {
        read();
      }
    } else if (state == State.CONNECTING && (ops & ~EpollIoOps.EPOLLIN.value()) != 0) {
      finishConnect();
    }
  }

  private void finishConnect() {
    try {
      if (socket.finishConnect()) {
        connected();
      }
    } catch (IOException e) {
      lost(e);
    }
  }

  private void connected() {
    if (state != State.CONNECTING) {
      return;
    }
    state = State.OPEN;
    submit(READ);
    listener.connected();
    listener.opened("");
  }

  private void read() {
    if (state != State.OPEN) { // asked for later, and closed meanwhile: its number may be another's
      return;
    }
    int length;
    try {
      length = socket.recvAddress(buffers.inAddress(), 0, PipeBuffers.CAPACITY);
    } catch (IOException e) {
      lost(e);
      return;
    }
    if (length > 0) {
      buffers.fetch(length);
      listener.received(buffers.received, 0, length);
    } else if (length < 0) {
      lost(null);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int sent = 0;
    if (unsentTo == unsentFrom) {
      sent = send(bytes, from, length);
    }
    if (sent < length) {
      keep(bytes, from + sent, length - sent);
    }
  }

  /** How many bytes the system took. */
  private int send(byte[] bytes, int from, int length) {
    int sent = 0;
    try {
      while (sent < length) {
        int part = Math.min(length - sent, PipeBuffers.CAPACITY);
        buffers.stage(bytes, from + sent, part);
        int taken = socket.sendAddress(buffers.outAddress(), 0, part);
        sent += taken;
        if (taken < part) {
          break;
        }
      }
      return sent;
    } catch (IOException e) {
      // What the other side said before it closed is still to be read: reading finds the end.
      buffers.later(this::read);
      return length;
    }
  }

  private void keep(byte[] bytes, int from, int length) {
    buffers.notTaken(length);
    if (unsentFrom == unsentTo) {
      unsentFrom = 0;
      unsentTo = 0;
      submit(READ_AND_WRITE);
    }
    if (unsent.length - unsentTo < length) {
      unsent = Arrays.copyOf(unsent, Math.max(2 * unsent.length, unsentTo + length));
    }
    System.arraycopy(bytes, from, unsent, unsentTo, length);
    unsentTo += length;
  }

  private void writeRest() {
    unsentFrom += send(unsent, unsentFrom, unsentTo - unsentFrom);
    if (unsentFrom >= unsentTo) {
      unsent = NOTHING;
      unsentFrom = 0;
      unsentTo = 0;
      submit(READ);
    }
  }

  private void submit(EpollIoOps ops) {
    if (registration != null) {
      registration.submit(ops);
    }
  }

  private void lost(@Nullable Throwable cause) {
    if (state != State.CLOSED) {
      close();
      listener.closed(cause);
    }
  }

  @Override
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    unsent = NOTHING;
    if (registration != null) {
      registration.cancel();
    }
    // Not now: a new socket could get its number and, in the same turn, its events.
    buffers.later(this::closeSocket);
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed: " + e.getMessage(), e);
    }
  }
}
