package io.sluice.k6.script;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A WebSocket server that sends back every message, answers pings, and closes when it is told to;
 * short frames only.
 */
final class EchoSockets implements AutoCloseable {
  private final ServerSocket server;

  EchoSockets() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort() + "/echo";
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      var in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      out.write(handshake(in).getBytes(StandardCharsets.US_ASCII));
      for (; ; ) {
        int kind = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        byte[] mask = in.readNBytes(4);
        byte[] data = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
          data[i] ^= mask[i % 4];
        }
        out.write(0x80 | (kind == 9 ? 10 : kind));
        out.write(length);
        out.write(data);
        if (kind == 8) {
          return;
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      // the client is gone
    }
  }

  private static String handshake(DataInputStream in) throws IOException, GeneralSecurityException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    String key =
        head.toString()
            .lines()
            .filter(l -> l.startsWith("Sec-WebSocket-Key:"))
            .findFirst()
            .orElse(":")
            .split(":", 2)[1]
            .trim();
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(hash)
        + "\r\n\r\n";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
