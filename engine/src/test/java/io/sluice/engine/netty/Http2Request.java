package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;

/** A request for tests. */
final class Http2Request implements RequestWriter {
  private static final byte[] METHOD = ascii(":method");
  private static final byte[] SCHEME = ascii(":scheme");
  private static final byte[] AUTHORITY = ascii(":authority");
  private static final byte[] PATH = ascii(":path");
  private static final byte[] HTTP = ascii("http");
  private static final byte[] HOST = ascii("example.com");

  private final byte[] method;
  private final byte[] path;
  private final byte[] body;

  Http2Request(String method, String path, byte[] body) {
    this.method = ascii(method);
    this.path = ascii(path);
    this.body = body;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An exchange that is prepared with it. */
  Exchange exchange() {
    Exchange exchange = new Exchange(this, 1, Http2Run.WANTED.count());
    prepare(exchange);
    return exchange;
  }

  void prepare(Exchange exchange) {
    boolean post = method[0] == 'P';
    exchange.prepare(this, 0, !post, method[0] == 'H', true, 10, 20);
    exchange.underWay();
  }

  @Override
  public void write(Exchange exchange, TextBuffer out) {
    throw new UnsupportedOperationException("this is HTTP/2");
  }

  @Override
  public void write(Exchange exchange, FieldSink fields) {
    fields.field(METHOD, method, method.length, true);
    fields.field(SCHEME, HTTP, HTTP.length, true);
    fields.field(AUTHORITY, HOST, HOST.length, true);
    fields.field(PATH, path, path.length, false);
    if (body.length > 0) {
      fields.body(body, body.length);
    }
  }
}
