package io.sluice.engine.door;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A request that code makes up, for one hop: redirects are the code's own.
 *
 * @param request its number among the {@link RequestNames}
 * @param target its number, from {@link Targets}
 * @param to the target itself
 * @param method upper case, as it is sent
 * @param path path and query as they are sent, ASCII without blanks
 * @param headers names and values in turn, as they are sent; without Host, Content-Length and
 *     Transfer-Encoding
 * @param body empty for none
 * @param framing how the body's length is told
 * @param timeoutNanos from now until it is given up
 * @param keepBody whether somebody looks at the answer's body
 * @param accepted statuses that are no failure
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost each request
public record Call(
    int request,
    int target,
    Target to,
    String method,
    String path,
    String[] headers,
    byte[] body,
    Framing framing,
    long timeoutNanos,
    boolean keepBody,
    StatusSet accepted)
    implements RequestWriter {
  /** How the length of a request's body is told. */
  public enum Framing {
    /** There is no body, and nothing is said of one. */
    NONE,
    /** By Content-Length. */
    LENGTH,
    /** In one chunk (RFC 9112 section 7.1), as Go's client sends bodies of unknown length. */
    CHUNKED
  }

  private static final byte[] VERSION = ascii(" HTTP/1.1\r\nHost: ");
  private static final byte[] LINE = ascii("\r\n");
  private static final byte[] COLON = ascii(": ");
  private static final byte[] LENGTH = ascii("Content-Length: ");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n\r\n");
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether it may be sent again if nothing of an answer came (RFC 9110 section 9.2.2). */
  boolean idempotent() {
    return switch (method) {
      case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  boolean head() {
    return method.equals("HEAD");
  }

  @Override
  public void write(Exchange exchange, TextBuffer out) {
    out.append(method);
    out.append((byte) ' ');
    out.append(path);
    put(out, VERSION);
    out.append(to.authority());
    put(out, LINE);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      out.append(headers[i]);
      put(out, COLON);
      out.append(headers[i + 1]);
      put(out, LINE);
    }
    switch (framing) {
      case NONE -> put(out, LINE);
      case LENGTH -> {
        put(out, LENGTH);
        out.append(Integer.toString(body.length));
        put(out, LINE);
        put(out, LINE);
        put(out, body);
      }
      case CHUNKED -> {
        put(out, CHUNKED);
        if (body.length > 0) {
          out.append(Integer.toHexString(body.length));
          put(out, LINE);
          put(out, body);
          put(out, LINE);
        }
        put(out, LAST_CHUNK);
      }
    }
  }

  private static void put(TextBuffer out, byte[] bytes) {
    out.append(bytes, 0, bytes.length);
  }

  @Override
  public void write(Exchange exchange, FieldSink fields) {
    field(fields, ":method", method);
    field(fields, ":scheme", to.scheme());
    field(fields, ":authority", to.authority());
    field(fields, ":path", path);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      String name = headers[i].toLowerCase(Locale.ROOT);
      // RFC 9113 section 8.2.2: fields of a connection do not exist in HTTP/2
      if (!name.equals("connection") && !name.equals("keep-alive")) {
        field(fields, name, headers[i + 1]);
      }
    }
    if (framing != Framing.NONE) {
      if (framing == Framing.LENGTH) {
        field(fields, "content-length", Integer.toString(body.length));
      }
      if (body.length > 0) {
        fields.body(body, body.length);
      }
    }
  }

  private static void field(FieldSink fields, String name, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    fields.field(ascii(name), bytes, bytes.length, false);
  }

  /** The whole address. */
  String url() {
    return to + path;
  }
}
