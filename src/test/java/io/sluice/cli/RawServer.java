package io.sluice.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Says byte for byte what a test wants said, as no real server should. For bodiless requests. */
final class RawServer implements AutoCloseable {
  /** What is said to one connection. */
  private interface Conversation {
    void hold(BufferedReader in, OutputStream out) throws IOException;
  }

  /** What is said to each request. */
  interface Script {
    /**
     * The answer.
     *
     * @param number 0 for the first request that any connection brings
     * @param requestLine such as {@code GET /path HTTP/1.1}
     */
    Answer answer(int number, String requestLine);
  }

  /**
   * One answer.
   *
   * @param hangUp whether the connection is closed after it
   */
  record Answer(String text, boolean hangUp) {
    static final Answer SILENCE = new Answer("", false);

    static Answer ok() {
      return new Answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false);
    }

    static Answer cutInTheMiddle() {
      return new Answer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of", true);
    }

    static Answer redirect(String location) {
      return new Answer(
          "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n", false);
    }
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  private RawServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
    listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Speaks first, as SSH does, and then listens for ever. */
  static RawServer greeting(String text) throws IOException {
    return new RawServer(
        (in, out) -> {
          out.write(text.getBytes(StandardCharsets.UTF_8));
          out.flush();
          while (in.read() >= 0) {
            // whatever it is, it is not understood
          }
        });
  }

  /** Answers each request by the script. */
  static RawServer answering(Script script) throws IOException {
    AtomicInteger requests = new AtomicInteger();
    return new RawServer(
        (in, out) -> {
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            skipHeaders(in);
            Answer answer = script.answer(requests.getAndIncrement(), line);
            out.write(answer.text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (answer.hangUp) {
              return;
            }
          }
        });
  }

  private static void skipHeaders(BufferedReader in) throws IOException {
    String header = in.readLine();
    while (header != null && !header.isEmpty()) {
      header = in.readLine();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      conversation.hold(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
          socket.getOutputStream());
    } catch (IOException e) {
      // the client has left
    } finally {
      open.remove(socket);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Closeable socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
