package io.sluice.engine.netty;

import static io.sluice.engine.netty.Http2Bytes.join;
import static io.sluice.engine.netty.Http2Bytes.settings;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A connection with a fake carrier below it and a server that the test plays. */
final class Http2Run {
  /** What the tests look at. */
  static final WantedHeaders WANTED = WantedHeaders.of(List.of("x-token"));

  final Http2FakeCarrier carrier = new Http2FakeCarrier();
  private final Http2Reader reader = new Http2Reader();
  final Http2 http2;

  Http2Run() {
    this(65_535);
  }

  Http2Run(int window) {
    http2 = new Http2(carrier, window);
  }

  /** One whose server has sent these settings, with everything read that was sent so far. */
  static Http2Run with(int... parameters) {
    Http2Run run = new Http2Run();
    run.comes(settings(parameters));
    run.sends();
    return run;
  }

  Exchange get(String path) {
    return send(new Http2Request("GET", path, new byte[0]));
  }

  Exchange head(String path) {
    return send(new Http2Request("HEAD", path, new byte[0]));
  }

  Exchange post(String path, int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) 'b');
    return send(new Http2Request("POST", path, body));
  }

  private Exchange send(Http2Request request) {
    Exchange exchange = request.exchange();
    http2.send(exchange);
    return exchange;
  }

  /** The server sends. */
  void comes(byte[]... frames) {
    byte[] bytes = join(frames);
    http2.received(bytes, 0, bytes.length);
  }

  /** What goes out now, in words. */
  List<String> sends() {
    http2.flush();
    List<String> lines = reader.read(carrier.sent.toByteArray());
    carrier.sent.reset();
    return lines;
  }

  /** How an exchange ended, in words; whether it ended once is the carrier's to say. */
  static String end(Exchange exchange) {
    return exchange.state() + " " + exchange.outcome() + " " + exchange.detail();
  }

  static String body(Exchange exchange) {
    Body body = exchange.body();
    return body == null
        ? ""
        : new String(body.bytes(), 0, body.length(), StandardCharsets.ISO_8859_1);
  }

  static String header(Exchange exchange, String name) {
    TextBuffer value = exchange.headerIfSeen(WANTED.number(name));
    return value == null ? "" : value.toString();
  }
}
