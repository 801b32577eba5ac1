package io.sluice.engine.fake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback address that sends the bytes that a test says, thread by thread. */
public final class RawServer implements AutoCloseable {
  /** One connection. */
  public static final class Connection {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int number;
    private final RawServer server;

    private Connection(RawServer server, Socket socket, int number) throws IOException {
      this.server = server;
      this.socket = socket;
      this.number = number;
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    /** Which one it is: 0 for the first. */
    public int number() {
      return number;
    }

    /** The next request, or the empty text at the connection's end. */
    public String request() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int b = in.read();
        if (b < 0) {
          return "";
        }
        head.append((char) b);
      }
      String lower = head.toString().toLowerCase(Locale.ROOT);
      int at = lower.indexOf("content-length: ");
      int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
      String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
      server.requests.add(head + body);
      return head + body;
    }

    /** Sends bytes. */
    public void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Ends the connection as usual. */
    public void close() throws IOException {
      socket.close();
    }

    /** Ends the connection with RST. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Waits until the other side ends the connection; whether it did so without another byte. */
    public boolean awaitEnd() {
      try {
        return in.read() < 0;
      } catch (IOException e) {
        return true;
      }
    }
  }

  /** What the server does with a connection. */
  @FunctionalInterface
  public interface Behaviour {
    /** Serves it; it is closed afterwards. */
    void serve(Connection connection) throws IOException;
  }

  private final ServerSocket listening;
  private final Behaviour behaviour;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** A server in clear text on a free port. */
  public static RawServer start(Behaviour behaviour) {
    try {
      return start(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server on a socket that listens already. */
  public static RawServer start(ServerSocket listening, Behaviour behaviour) {
    return new RawServer(listening, behaviour);
  }

  /** A server that answers every request so, on connections that stay open. */
  public static RawServer answering(String answer) {
    return start(
        connection -> {
          while (!connection.request().isEmpty()) {
            connection.send(answer);
          }
        });
  }

  private RawServer(ServerSocket listening, Behaviour behaviour) {
    this.listening = listening;
    this.behaviour = behaviour;
    Thread.ofPlatform().daemon().name("raw-server").start(this::accept);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket);
        int number = connections.getAndIncrement();
        Thread.ofVirtual().start(() -> serve(socket, number));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      behaviour.serve(new Connection(this, socket, number));
    } catch (IOException e) {
      // The other side is gone; the test sees what became of it.
    }
  }

  /** Its port. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Every request so far. */
  public List<String> requests() {
    return requests;
  }

  /** The addresses that connections came from, sorted. */
  public List<String> peers() {
    return sockets.stream()
        .map(socket -> socket.getInetAddress().getHostAddress())
        .sorted()
        .toList();
  }

  /** How many connections it has taken. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
