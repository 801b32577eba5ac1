package io.sluice.cli.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Writes one answer to its exchange; the headers that keep it safe are always there. */
final class AnswerWriter {
  private static final Map<String, String> USUAL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cache-Control", "no-store",
          "Content-Security-Policy", Answer.STRICT_POLICY);
  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;

  private final HttpExchange exchange;
  private final EventClients clients;

  AnswerWriter(HttpExchange exchange, EventClients clients) {
    this.exchange = exchange;
    this.clients = clients;
  }

  void write(Answer answer) throws IOException {
    switch (answer) {
      case Answer.Text text -> text(text);
      case Answer.Stored stored -> stored(stored);
      case Answer.Events events -> events(events.feed());
    }
  }

  private void headers(String type, Map<String, String> more) {
    Headers headers = exchange.getResponseHeaders();
    USUAL.forEach(headers::set);
    headers.set("Content-Type", type);
    more.forEach(headers::set);
  }

  private void text(Answer.Text text) throws IOException {
    byte[] body = text.body().getBytes(StandardCharsets.UTF_8);
    headers(text.type() + "; charset=utf-8", text.headers());
    int status = text.status();
    if (status == 200) {
      String tag = tag(body);
      exchange.getResponseHeaders().set("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, NO_BODY);
        return;
      }
    }
    if (isHead() || body.length == 0) {
      head(status, body.length);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** As much of a file as there was when it was opened: it may be growing. */
  private void stored(Answer.Stored stored) throws IOException {
    BasicFileAttributes file =
        Files.readAttributes(stored.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!file.isRegularFile()) {
      text((Answer.Text) Answer.missing());
      return;
    }
    try (InputStream in = Files.newInputStream(stored.file(), LinkOption.NOFOLLOW_LINKS)) {
      headers(stored.type(), stored.headers());
      if (isHead() || file.size() == 0) {
        head(200, file.size());
        return;
      }
      exchange.sendResponseHeaders(200, file.size());
      copy(in, file.size(), exchange.getResponseBody());
    }
  }

  private static void copy(InputStream in, long size, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private void events(EventFeed feed) throws IOException {
    headers("text/event-stream; charset=utf-8", Map.of("X-Accel-Buffering", "no"));
    if (isHead()) {
      exchange.sendResponseHeaders(200, NO_BODY);
      return;
    }
    if (!clients.mayEnter()) {
      text((Answer.Text) Answer.sentence(503, "Too many pages listen already."));
      return;
    }
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    clients.serve(
        feed,
        last == null ? "" : last,
        () -> {
          exchange.sendResponseHeaders(200, CHUNKED);
          return exchange.getResponseBody();
        });
  }

  private boolean isHead() {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private void head(int status, long length) throws IOException {
    if (isHead()) { // else the exchange itself says that there is nothing
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
    }
    exchange.sendResponseHeaders(status, NO_BODY);
  }
}
