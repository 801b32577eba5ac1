package io.sluice.k6.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The deployment that conformance scripts talk to, as a function from request to answer; it listens
 * nowhere by itself.
 *
 * <pre>
 *   /status/N          status N, no body             /echo             method, headers, body, query as JSON
 *   /text  /json       fixed texts                   /html  /form      fixed pages
 *   /redirect/N        N redirects, then /echo       /redirect-to/N?url=…   status N to url
 *   /cookies           the cookies that came         /set-cookie?a=b   Set-Cookie for each pair; ;-attributes in "with"
 *   /basic  /digest    for user "ann", password "secret"
 *   /fail/KIND         no answer: a HopFailure.Kind  /headers?A=b      answers with these headers
 *   /bytes             bytes 0 to 255
 * </pre>
 */
final class FakeServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer; {@code fail} is the kind of failure instead, or "". */
  static final class Answer {
    final int status;
    final List<String> headers;
    final byte[] body;
    final String fail;

    Answer(int status, List<String> headers, byte[] body, String fail) {
      this.status = status;
      this.headers = headers;
      this.body = body;
      this.fail = fail;
    }

    static Answer text(int status, String type, String body, String... headers) {
      List<String> all = new ArrayList<>(List.of("Content-Type: " + type));
      all.addAll(List.of(headers));
      return new Answer(status, all, body.getBytes(StandardCharsets.UTF_8), "");
    }
  }

  private final String other;

  /**
   * A deployment.
   *
   * @param other the authority of another name of it, which its page links to
   */
  FakeServer(String other) {
    this.other = other;
  }

  Answer answer(
      String method, String path, String[] headers, byte @Nullable [] body, boolean chunked)
      throws IOException {
    int mark = path.indexOf('?');
    String query = mark < 0 ? "" : path.substring(mark + 1);
    String plain = mark < 0 ? path : path.substring(0, mark);
    String[] parts = plain.substring(1).split("/", -1);
    return switch (parts[0]) {
      case "status" -> Answer.text(Integer.parseInt(parts[1]), "text/plain", "");
      case "text" -> Answer.text(200, "text/plain; charset=utf-8", "hello wörld");
      case "json" -> Answer.text(200, "application/json", resource("answer.json"));
      case "html" -> Answer.text(200, "text/html", page());
      case "form" -> Answer.text(200, "text/html", resource("form.html"));
      case "redirect" ->
          redirect(
              302,
              parts[1].equals("1") ? "/echo" : "/redirect/" + (Integer.parseInt(parts[1]) - 1));
      case "redirect-to" -> redirect(Integer.parseInt(parts[1]), decoded(query.substring(4)));
      case "cookies" -> Answer.text(200, "text/plain", header(headers, "cookie"));
      case "set-cookie" -> new Answer(200, cookies(query), new byte[0], "");
      case "headers" ->
          new Answer(
              200, List.of(decoded(query).replace("=", ": ").split("&", -1)), new byte[0], "");
      case "basic" ->
          header(headers, "authorization").equals("Basic YW5uOnNlY3JldA==")
              ? Answer.text(200, "text/plain", "welcome")
              : Answer.text(401, "text/plain", "", "WWW-Authenticate: Basic realm=\"x\"");
      case "digest" ->
          header(headers, "authorization").contains("username=\"ann\"")
              ? Answer.text(200, "text/plain", header(headers, "authorization"))
              : Answer.text(
                  401,
                  "text/plain",
                  "",
                  "WWW-Authenticate: Digest realm=\"x\", nonce=\"n1\", qop=\"auth\", opaque=\"o1\"");
      case "bytes" ->
          new Answer(200, List.of("Content-Type: application/octet-stream"), allBytes(), "");
      case "fail" -> new Answer(0, List.of(), new byte[0], parts[1]);
      case "echo" ->
          Answer.text(200, "application/json", echo(method, path, query, headers, body, chunked));
      default -> Answer.text(404, "text/plain", "no " + plain);
    };
  }

  private String page() throws IOException {
    return resource("page.html").replace("other.test", other);
  }

  private static Answer redirect(int status, String to) {
    return Answer.text(status, "text/plain", "", "Location: " + to);
  }

  private static List<String> cookies(String query) {
    return Arrays.stream(query.split("&", -1)).map(pair -> "Set-Cookie: " + decoded(pair)).toList();
  }

  private static String echo(
      String method,
      String path,
      String query,
      String[] headers,
      byte @Nullable [] body,
      boolean chunked)
      throws IOException {
    ObjectNode all =
        JSON.createObjectNode().put("method", method).put("path", path).put("query", query);
    ObjectNode sent = all.putObject("headers");
    for (int i = 0; i < headers.length; i += 2) {
      JsonNode before = sent.get(headers[i].toLowerCase(Locale.ROOT));
      sent.put(
          headers[i].toLowerCase(Locale.ROOT),
          before == null ? headers[i + 1] : before.asText() + ", " + headers[i + 1]);
    }
    byte @Nullable [] plain = body;
    if (body != null && "gzip".equals(header(headers, "content-encoding"))) {
      plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    } else if (body != null && "deflate".equals(header(headers, "content-encoding"))) {
      plain = new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    all.put("body", plain == null ? null : new String(plain, StandardCharsets.UTF_8));
    all.put("chunked", chunked);
    return all.toString();
  }

  static String header(String[] headers, String name) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase(name)) {
        return headers[i + 1];
      }
    }
    return "";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static byte[] allBytes() {
    var bytes = new byte[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static String resource(String name) throws IOException {
    try (var in = FakeServer.class.getResourceAsStream("/conformance/server/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
