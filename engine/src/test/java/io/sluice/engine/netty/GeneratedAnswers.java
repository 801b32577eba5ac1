package io.sluice.engine.netty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Answers of all shapes, well formed and not, from a seed. */
final class GeneratedAnswers {
  /** The bytes that a server sends, and whether the request was HEAD. */
  record Answer(String text, boolean toHead) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private final Random random;

  GeneratedAnswers(long seed) {
    random = new Random(seed);
  }

  Answer next() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean toHead = chance(12);
    while (chance(10)) {
      interim(out);
    }
    answer(out, toHead);
    if (chance(6)) {
      answer(out, false); // pipelined: must be left alone
    }
    String text = out.toString(StandardCharsets.ISO_8859_1);
    return new Answer(chance(2) ? text : mutated(text), toHead);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String newLine() {
    return chance(8) ? "\n" : "\r\n";
  }

  private void interim(ByteArrayOutputStream out) {
    put(out, "HTTP/1.1 " + any(INTERIM) + newLine());
    if (chance(2)) {
      put(out, "Link: </a.css>; rel=preload" + newLine());
    }
    if (chance(4)) {
      put(out, "Location: /interim" + newLine());
    }
    put(out, newLine());
  }

  private void answer(ByteArrayOutputStream out, boolean toHead) {
    int status = any(List.of(200, 200, 200, 201, 204, 205, 206, 301, 302, 304, 404, 500, 503, 799));
    String reason = any(List.of(" OK", "", " ", " Not  Found", " caf\u00e9"));
    put(out, "HTTP/1." + (chance(10) ? "0" : "1") + " " + status + reason + newLine());
    boolean bodiless = toHead || status == 204 || status == 304;
    List<String> headers = plainHeaders();
    String body = body();
    int framing = random.nextInt(10);
    if (framing < 4) {
      contentLength(headers, body.length());
    } else if (framing < 8) {
      headers.add(cased("Transfer-Encoding") + ":" + blank() + any(codings()));
      if (chance(10)) {
        headers.add(cased("Content-Length") + ": " + random.nextInt(40));
      }
    }
    Collections.shuffle(headers, random);
    headers.forEach(header -> put(out, header + newLine()));
    put(out, newLine());
    if (bodiless) {
      return;
    }
    if (framing < 4 || framing >= 8) {
      put(out, body);
    } else {
      chunks(out, body);
    }
  }

  private List<String> codings() {
    return List.of(
        "chunked",
        "chunked",
        "chunked",
        "Chunked",
        "gzip, chunked",
        "gzip",
        "identity",
        "gzip,\r\n chunked");
  }

  private void contentLength(List<String> headers, int length) {
    headers.add(cased("Content-Length") + (chance(12) ? " :" : ":") + blank() + length + blank());
    if (chance(10)) {
      headers.add(cased("Content-Length") + ": " + length);
    }
    if (chance(12)) {
      int index = headers.size() - 1;
      headers.set(index, headers.get(index) + ", " + (chance(3) ? length + 1 : length));
    }
    if (chance(20)) {
      headers.add(cased("Content-Length") + ": " + (length + 1));
    }
  }

  private List<String> plainHeaders() {
    List<String> headers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = any(List.of("Server", "Date", "X-Powered-By", "Set-Cookie", "ETag"));
      headers.add(cased(name) + ":" + blank() + any(List.of("x", "a: b", "", "\"q\"", "\u00e9")));
    }
    if (chance(2)) {
      headers.add(cased("Location") + ":" + blank() + "/next?q=" + random.nextInt(100) + blank());
    }
    if (chance(2)) {
      headers.add(cased("X-Request-Id") + ": " + (chance(6) ? "" : random.nextInt(1000)));
      if (chance(3)) {
        headers.add(cased("X-Request-Id") + ": second");
      }
    }
    if (chance(8)) {
      headers.add(any(List.of("X-Folded", "Location")) + ": first" + newLine() + any(FOLDS));
    }
    if (chance(3)) {
      headers.add(cased("Connection") + ":" + blank() + any(CONNECTIONS));
    }
    return headers;
  }

  private static final List<String> INTERIM =
      List.of("100 Continue", "103 Early Hints", "102", "100", "199 A", "101 Switching Protocols");
  private static final List<String> FOLDS = List.of(" rest", "\trest", "   the rest ");
  private static final List<String> CONNECTIONS =
      List.of("close", "keep-alive", "Close", "Keep-Alive", "close, x", "x,keep-alive", "Upgrade");

  private String blank() {
    return any(List.of("", " ", " ", " ", "  ", "\t"));
  }

  private String cased(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> name.toLowerCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      default -> name;
    };
  }

  private String body() {
    int length = chance(4) ? 0 : random.nextInt(chance(10) ? 3000 : 40);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) (chance(10) ? random.nextInt(256) : 'a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private void chunks(ByteArrayOutputStream out, String body) {
    int at = 0;
    while (at < body.length()) {
      int size = Math.min(body.length() - at, 1 + random.nextInt(20));
      String hex = Integer.toHexString(size);
      String padded = chance(6) ? "000" + hex : hex;
      String extension =
          chance(30) ? any(List.of(" ; a=\"b\"", " ")) : any(List.of("", "", ";a=b", ";x"));
      String newLine = chance(60) ? "\n" : "\r\n";
      put(out, (chance(2) ? padded : padded.toUpperCase(Locale.ROOT)) + extension + newLine);
      put(out, body.substring(at, at + size) + newLine);
      at += size;
    }
    put(out, "0" + (chance(6) ? ";last" : "") + "\r\n");
    while (chance(5)) {
      put(
          out,
          any(List.of("Expires: 0", "X-Request-Id: trailer", "Content-Length: 3")) + newLine());
    }
    put(out, newLine());
  }

  private String mutated(String whole) {
    if (chance(3)) {
      return whole.substring(0, random.nextInt(whole.length() + 1));
    }
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Mostly near the front, where the head is.
      int at = random.nextInt(chance(2) ? Math.min(text.length(), 60) + 1 : text.length() + 1);
      String piece =
          any(List.of("\r", "\n", " ", ":", ",", "0", "9", "-", "x", "\u0000", "\r\n", "\u00ff"));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, piece);
        case 1 -> text.replace(at, Math.min(text.length(), at + 1), piece);
        default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      }
    }
    return text.toString();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
