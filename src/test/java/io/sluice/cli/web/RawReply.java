package io.sluice.cli.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One answer as it came over the socket.
 *
 * @param head status line and headers
 */
record RawReply(String head, String body) {
  /** Asks with a host of the loopback address. */
  static RawReply get(int port, String target, String... headers) throws IOException {
    return ask(port, "GET", target, "Host: 127.0.0.1:" + port, headers);
  }

  static RawReply ask(int port, String method, String target, String host, String... headers)
      throws IOException {
    StringBuilder request =
        new StringBuilder("%s %s HTTP/1.1\r\n%s\r\n".formatted(method, target, host));
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new RawReply(all.substring(0, end + 2), all.substring(end + 4));
    }
  }

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  /** A header's value, or empty. */
  String header(String name) {
    return head.lines()
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
