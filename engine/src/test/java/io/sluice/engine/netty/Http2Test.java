package io.sluice.engine.netty;

import static io.sluice.engine.netty.Http2Bytes.CONTINUATION;
import static io.sluice.engine.netty.Http2Bytes.END_HEADERS;
import static io.sluice.engine.netty.Http2Bytes.HEADERS;
import static io.sluice.engine.netty.Http2Bytes.block;
import static io.sluice.engine.netty.Http2Bytes.data;
import static io.sluice.engine.netty.Http2Bytes.frame;
import static io.sluice.engine.netty.Http2Bytes.headers;
import static io.sluice.engine.netty.Http2Bytes.lastData;
import static io.sluice.engine.netty.Http2Bytes.lastHeaders;
import static io.sluice.engine.netty.Http2Bytes.ping;
import static io.sluice.engine.netty.Http2Bytes.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.wire.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges that end well, and what the connection says on its own. */
class Http2Test {
  private static final String OK = "DONE OK ";

  @Test
  void speaksFirstAndInOneWrite() {
    Http2Run run = new Http2Run(1 << 20);
    assertEquals(1, run.carrier.flushesWanted);
    run.get("/a");
    run.get("/b");
    assertEquals(0, run.carrier.writes);
    assertEquals(1, run.carrier.flushesWanted);
    assertEquals(
        List.of(
            "PRI * HTTP/2.0\r\n\r\nSM",
            "SETTINGS 1=4096 2=0 4=1048576 6=1000",
            "WINDOW_UPDATE 0 983041",
            "HEADERS 1 last GET http example.com /a",
            "HEADERS 3 last GET http example.com /b"),
        run.sends());
    assertEquals(1, run.carrier.writes);
    run.http2.flush();
    assertEquals(1, run.carrier.writes);
    run.get("/c");
    assertEquals(2, run.carrier.flushesWanted);
    assertEquals(List.of("HEADERS 5 last GET http example.com /c"), run.sends());
  }

  @Test
  void responsesInAnyOrder() {
    Http2Run run = Http2Run.with();
    Exchange first = run.get("/1");
    Exchange second = run.get("/2");
    Exchange third = run.head("/3");
    run.carrier.now = 2_000;
    run.sends();
    run.carrier.now = 3_000;
    byte[] secondHeaders = headers(3, ":status: 200", "content-length: 5", "x-token: abc");
    run.comes(secondHeaders, headers(1, ":status: 404", "location: /x"), data(3, "hel"));
    assertEquals(List.of(), run.carrier.finished);
    assertEquals(3, run.http2.underWay());
    run.carrier.now = 4_000;
    run.comes(
        lastData(3, "lo"), lastHeaders(5, ":status: 200", "content-length: 99"), lastData(1, ""));
    assertEquals(List.of(second, third, first), run.carrier.finished);
    assertEquals(0, run.http2.underWay());

    assertEquals(OK, Http2Run.end(second));
    assertEquals(200, second.status());
    assertEquals("hello", Http2Run.body(second));
    assertEquals("abc", Http2Run.header(second, "x-token"));
    assertEquals(2_000, second.written());
    assertEquals(3_000, second.firstByte());
    assertEquals(4_000, second.done());
    assertEquals(secondHeaders.length + 9 + 3 + 9 + 2, second.received());
    assertEquals(404, first.status());
    assertEquals("/x", Http2Run.header(first, "location"));
    assertEquals(4_000, third.done());
  }

  /** Also those that an earlier answer put into the table. */
  @Test
  void anErrorKeepsItsHeaderLines() {
    Http2Run run = Http2Run.with();
    Exchange fine = run.get("/1");
    Exchange gone = run.get("/2");
    Exchange broken = run.get("/3");
    run.comes(lastHeaders(1, ":status: 200", "server: shop", "x-zone: b"));
    run.comes(lastHeaders(3, ":status: 404", "server: shop", "x-zone: b", "vary: accept"));
    run.comes(headers(5, ":status: 503", "retry-after: 7"), lastHeaders(5, "x-sum: 3"));
    assertEquals("", fine.headLines());
    assertEquals("server: shop\nx-zone: b\nvary: accept\n", gone.headLines());
    assertEquals("retry-after: 7\n", broken.headLines());
  }

  @Test
  void sentBytesAreCounted() {
    Http2Run run = Http2Run.with();
    Exchange get = run.get("/1");
    Exchange post = run.post("/2", 100);
    run.http2.flush();
    assertEquals(run.carrier.sent.size(), get.sent() + post.sent());
    assertTrue(post.sent() > 118);
  }

  @Test
  void theListenerMaySendTheNextFromWithin() {
    Http2Run run = Http2Run.with();
    Exchange exchange = run.get("/0");
    Http2Request next = new Http2Request("GET", "/next", new byte[0]);
    run.carrier.onFinish =
        done -> {
          next.prepare(exchange);
          run.http2.send(exchange);
        };
    run.sends();
    for (int stream = 1; stream < 200; stream += 2) {
      run.comes(lastHeaders(stream, ":status: 204"));
      int sent = stream + 2;
      assertEquals(List.of("HEADERS " + sent + " last GET http example.com /next"), run.sends());
    }
    assertEquals(1, run.http2.underWay());
  }

  @Test
  void interimResponsesAreSkipped() {
    Http2Run run = Http2Run.with();
    Exchange exchange = run.get("/");
    run.comes(
        headers(1, ":status: 100", "x-token: no"),
        headers(1, ":status: 103", "content-length: 7", "location: /no"),
        headers(1, ":status: 200", "x-token: yes"),
        lastData(1, "a"));
    assertEquals(OK, Http2Run.end(exchange));
    assertEquals(200, exchange.status());
    assertEquals("yes", Http2Run.header(exchange, "x-token"));
    assertEquals("", Http2Run.header(exchange, "location"));
  }

  @Test
  void trailersEndTheBody() {
    Http2Run run = Http2Run.with();
    Exchange exchange = run.get("/");
    run.comes(
        headers(1, ":status: 200", "x-token: first", "x-token: second"),
        data(1, "a"),
        lastHeaders(1, "grpc-status: 0", "location: /no"));
    assertEquals(OK, Http2Run.end(exchange));
    assertEquals("a", Http2Run.body(exchange));
    assertEquals("first", Http2Run.header(exchange, "x-token"));
    assertEquals("", Http2Run.header(exchange, "location"));
  }

  @ParameterizedTest
  @CsvSource({"204", "304", "200"})
  void responsesWithoutABody(int status) {
    Http2Run run = Http2Run.with();
    Exchange exchange = status == 200 ? run.head("/") : run.get("/");
    run.comes(headers(1, ":status: " + status, "content-length: 10"), lastData(1, ""));
    assertEquals(OK, Http2Run.end(exchange));
    assertEquals("", Http2Run.body(exchange));
  }

  @Test
  void headersInPiecesCutAnywhere() {
    byte[] all = block(":status: 200", "x-token: some value", "content-length: 2");
    for (int cut = 0; cut <= all.length; cut++) {
      byte[] first = java.util.Arrays.copyOf(all, cut);
      byte[] second = java.util.Arrays.copyOfRange(all, cut, all.length);
      Http2Run run = Http2Run.with();
      Exchange exchange = run.get("/");
      run.comes(
          frame(HEADERS, 0, 1, first),
          frame(CONTINUATION, 0, 1, new byte[0]),
          frame(CONTINUATION, END_HEADERS, 1, second),
          lastData(1, "ab"));
      assertEquals(OK, Http2Run.end(exchange));
      assertEquals("some value", Http2Run.header(exchange, "x-token"));
      assertEquals(27 + all.length + 11, exchange.received());
    }
  }

  @Test
  void whatIsNotKept() {
    Http2Run run = Http2Run.with();
    Http2Request request = new Http2Request("GET", "/", new byte[0]);
    Exchange exchange = new Exchange(request, 1, Http2Run.WANTED.count());
    exchange.prepare(request, 0, true, false, false, 1, 2);
    run.http2.send(exchange);
    run.comes(headers(1, ":status: 200"), lastData(1, "not kept"));
    assertEquals(OK, Http2Run.end(exchange));
    assertEquals(null, exchange.body());
  }

  @Test
  void pingsAndSettingsAreAnswered() {
    Http2Run run = Http2Run.with();
    run.comes(ping("12345678"), settings(99, 1), frame(42, 255, 7, new byte[20]));
    assertEquals(List.of("PING ack 12345678", "SETTINGS ack"), run.sends());
    run.comes(
        frame(Http2Bytes.PING, 1, 0, new byte[8]), frame(Http2Bytes.SETTINGS, 1, 0, new byte[0]));
    assertEquals(List.of(), run.sends());
    assertEquals(0, run.carrier.shuts);
  }

  @ParameterizedTest
  @CsvSource({"3, 1000, 3", "1000, 2, 2", "1000, 0, 0", "5, -1, 5"})
  void asManyStreamsAsBothAllow(int ours, int theirs, int allowed) {
    Http2FakeCarrier carrier = new Http2FakeCarrier();
    carrier.maxStreams = ours;
    Http2 http2 = new Http2(carrier, 65_535);
    byte[] settings = theirs < 0 ? settings() : settings(3, theirs);
    http2.received(settings, 0, settings.length);
    int sent = 0;
    while (http2.ready()) {
      http2.send(new Http2Request("GET", "/", new byte[0]).exchange());
      sent++;
    }
    assertEquals(allowed, sent);
    assertEquals(allowed, http2.underWay());
  }

  @Test
  void aHundredStreamsBeforeTheServerHasSpoken() {
    Http2Run run = new Http2Run();
    int sent = 0;
    while (run.http2.ready()) {
      run.get("/");
      sent++;
    }
    assertEquals(100, sent);
    run.comes(settings(3, 40));
    for (int stream = 1; stream <= 2 * 60 + 1; stream += 2) {
      assertFalse(run.http2.ready());
      run.comes(lastHeaders(stream, ":status: 200"));
    }
    assertTrue(run.http2.ready());
  }

  @Test
  void largeSetsOfHeadersAreContinued() {
    Http2Run run = Http2Run.with();
    run.get("/" + "x".repeat(40_000));
    run.http2.flush();
    byte[] sent = run.carrier.sent.toByteArray();
    assertEquals(HEADERS, sent[3]);
    assertEquals(1, sent[4]);
    assertEquals(CONTINUATION, sent[9 + 16_384 + 3]);
    assertEquals(CONTINUATION, sent[2 * (9 + 16_384) + 3]);
    assertEquals(END_HEADERS, sent[2 * (9 + 16_384) + 4]);
  }

  @Test
  void theServersHeaderTableIsObeyed() {
    Http2Run run = Http2Run.with();
    run.get("/1");
    run.comes(settings(1, 0));
    run.get("/2");
    run.get("/3");
    run.comes(settings(1, 4_096));
    run.get("/4");
    assertEquals(
        List.of(
            "HEADERS 1 last GET http example.com /1",
            "SETTINGS ack",
            "HEADERS 3 last GET http example.com /2",
            "HEADERS 5 last GET http example.com /3",
            "SETTINGS ack",
            "HEADERS 7 last GET http example.com /4"),
        run.sends());
  }
}
