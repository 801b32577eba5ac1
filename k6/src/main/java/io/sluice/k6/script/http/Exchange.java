package io.sluice.k6.script.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.script.port.Hop;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a script's response asks of the answer behind it; nothing is decoded before it is asked for.
 */
public final class Exchange {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Flight flight;

  /** The status, 0 if there was no answer. */
  @HostAccess.Export public final int status;

  Exchange(Flight flight) {
    this.flight = flight;
    status = flight.answer().status();
  }

  /** The URL that answered. */
  @HostAccess.Export
  public String url() {
    return flight.url();
  }

  /** Status and phrase. */
  @HostAccess.Export
  public String statusText() {
    return StatusText.of(status);
  }

  /** The protocol. */
  @HostAccess.Export
  public String proto() {
    return flight.answer().protocol();
  }

  /** k6's words for what went wrong, "" for nothing. */
  @HostAccess.Export
  public String error() {
    return flight.error();
  }

  /** k6's number for what went wrong, 0 for nothing. */
  @HostAccess.Export
  public int errorCode() {
    return flight.code();
  }

  /** Whether the script wants bytes. */
  @HostAccess.Export
  public boolean binary() {
    return flight.call().binary;
  }

  /** Null where the script does not want it, and where the status says that there is none. */
  private byte @Nullable [] body() {
    int status = flight.answer().status();
    boolean none = status < 200 || status == 204 || status == 304; // RFC 9110, section 6.4.1
    return none || !flight.call().wantsBody ? null : flight.answer().body();
  }

  /** The body as text, or null. */
  @HostAccess.Export
  public @Nullable String text() {
    byte[] body = body();
    return body == null ? null : new String(body, StandardCharsets.UTF_8);
  }

  /** The body as bytes, or null. */
  @HostAccess.Export
  public @Nullable ByteBuffer bytes() {
    byte[] body = body();
    return body == null ? null : ByteBuffer.wrap(body);
  }

  /** The headers as JSON. */
  @HostAccess.Export
  public String headers() {
    return JSON.valueToTree(ResponseHeaders.joined(flight.answer().head())).toString();
  }

  /** The cookies that were set, as JSON: by name a list. */
  @HostAccess.Export
  public String cookies() {
    var all = JSON.createObjectNode();
    var hop = flight.lastHop();
    if (hop != null) {
      for (String header : ResponseHeaders.all(flight.answer().head(), "set-cookie")) {
        for (Cookie cookie : Cookie.parse(header, hop.target(), 0)) {
          all.withArrayProperty(cookie.name()).add(json(cookie, header));
        }
      }
    }
    return all.toString();
  }

  private static ObjectNode json(Cookie cookie, String header) {
    boolean expires = cookie.maxAge() == 0 && cookie.expiresMillis() != Long.MAX_VALUE;
    boolean domain = header.toLowerCase(Locale.ROOT).contains("domain=");
    boolean path = header.toLowerCase(Locale.ROOT).contains("path=");
    return JSON.createObjectNode()
        .put("name", cookie.name())
        .put("value", cookie.value())
        .put("domain", domain ? cookie.domain() : "")
        .put("path", path ? cookie.path() : "")
        .put("http_only", cookie.httpOnly())
        .put("secure", cookie.secure())
        .put("max_age", cookie.maxAge())
        .put("expires", expires ? cookie.expiresMillis() + System.currentTimeMillis() : 0);
  }

  /** What k6 calls the duration, in milliseconds. */
  @HostAccess.Export
  public double duration() {
    return flight.answer().times().duration() / 1e6;
  }

  /** The wait for a connection, in milliseconds. */
  @HostAccess.Export
  public double blocked() {
    return flight.answer().times().blocked() / 1e6;
  }

  /** The time to connect, in milliseconds. */
  @HostAccess.Export
  public double connecting() {
    return flight.answer().times().connecting() / 1e6;
  }

  /** The time of the TLS handshake, in milliseconds. */
  @HostAccess.Export
  public double handshaking() {
    return flight.answer().times().tls() / 1e6;
  }

  /** The time to send, in milliseconds. */
  @HostAccess.Export
  public double sending() {
    return flight.answer().times().sending() / 1e6;
  }

  /** The wait for the first byte, in milliseconds. */
  @HostAccess.Export
  public double waiting() {
    return flight.answer().times().waiting() / 1e6;
  }

  /** The time to receive, in milliseconds. */
  @HostAccess.Export
  public double receiving() {
    return flight.answer().times().receiving() / 1e6;
  }

  /** Address, port, TLS version and cipher of the peer, as JSON. */
  @HostAccess.Export
  public String peer() {
    var peer = flight.answer().peer();
    return JSON.createArrayNode()
        .add(peer.ip())
        .add(peer.port())
        .add(peer.tlsVersion())
        .add(peer.tlsCipher())
        .toString();
  }

  /** The request that was answered, as JSON. */
  @HostAccess.Export
  public String request() {
    Call call = flight.call();
    var request =
        JSON.createObjectNode()
            .put("method", call.method)
            .put("url", call.series.target == null ? call.series.name : call.series.target.url());
    var headers = request.putObject("headers");
    Hop hop = flight.lastHop();
    String[] sent = hop == null ? call.headers : hop.headers();
    for (int i = 0; i < sent.length; i += 2) {
      headers.withArrayProperty(ResponseHeaders.canonical(sent[i])).add(sent[i + 1]);
    }
    byte[] body = call.body;
    request.put("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
    var cookies = request.putObject("cookies");
    for (String pair : call.cookies.split("; ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals);
        cookies
            .withArrayProperty(name)
            .addObject()
            .put("name", name)
            .put("value", pair.substring(equals + 1))
            .put("replace", call.replaced.contains('\0' + name + '\0'));
      }
    }
    return request.toString();
  }
}
