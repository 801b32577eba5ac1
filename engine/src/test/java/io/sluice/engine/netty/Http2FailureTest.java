package io.sluice.engine.netty;

import static io.sluice.engine.netty.Http2Bytes.CONTINUATION;
import static io.sluice.engine.netty.Http2Bytes.DATA;
import static io.sluice.engine.netty.Http2Bytes.HEADERS;
import static io.sluice.engine.netty.Http2Bytes.data;
import static io.sluice.engine.netty.Http2Bytes.frame;
import static io.sluice.engine.netty.Http2Bytes.goAway;
import static io.sluice.engine.netty.Http2Bytes.headers;
import static io.sluice.engine.netty.Http2Bytes.lastData;
import static io.sluice.engine.netty.Http2Bytes.lastHeaders;
import static io.sluice.engine.netty.Http2Bytes.reset;
import static io.sluice.engine.netty.Http2Bytes.settings;
import static io.sluice.engine.netty.Http2Bytes.windowUpdate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.engine.http2.ErrorCode;
import io.sluice.engine.wire.Exchange;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams and connections that end before their time. */
class Http2FailureTest {
  private static final String FIRST = "HEADERS 1 last GET http example.com /1";
  private static final String SECOND = "HEADERS 3 last GET http example.com /2";

  private final Http2Run run = Http2Run.with();
  private final Exchange first = run.get("/1");
  private final Exchange second = run.get("/2");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static Stream<Arguments> malformedResponses() {
    byte[] ok = headers(1, ":status: 200", "content-length: 3");
    String length = "a body of another length than content-length says";
    return Stream.of(
        arguments(lastHeaders(1, "x-token: a"), "a response without :status"),
        arguments(lastHeaders(1, ":status: 20"), "a malformed :status"),
        arguments(lastHeaders(1, ":status: 099"), "a malformed :status"),
        arguments(lastHeaders(1, ":status: 2x0"), "a malformed :status"),
        arguments(lastHeaders(1, ":status: 200", ":status: 200"), "two :status fields"),
        arguments(
            lastHeaders(1, "x-token: a", ":status: 200"), "a pseudo-field behind other fields"),
        arguments(lastHeaders(1, ":status: 200", ":path: /"), "a header with a malformed name"),
        arguments(lastHeaders(1, ":status: 200", ":new: 1"), "a header with a malformed name"),
        arguments(lastHeaders(1, ":status: 200", "X-Upper: 1"), "a header with a malformed name"),
        arguments(lastHeaders(1, ":status: 200", "a b: 1"), "a header with a malformed name"),
        arguments(lastHeaders(1, ":status: 200", ": 1"), "a header with a malformed name"),
        arguments(
            lastHeaders(1, ":status: 200", "x-token: a\r\nb"), "a header with a malformed value"),
        arguments(
            lastHeaders(1, ":status: 200", "connection: close"),
            "a header that speaks of the connection"),
        arguments(
            lastHeaders(1, ":status: 200", "transfer-encoding: chunked"),
            "a header that speaks of the connection"),
        arguments(
            lastHeaders(1, ":status: 200", "content-length: 1x"), "content-length is malformed"),
        arguments(
            lastHeaders(1, ":status: 200", "content-length: "), "content-length is malformed"),
        arguments(
            lastHeaders(1, ":status: 200", "content-length: 9999999999999999999"),
            "content-length is malformed"),
        arguments(
            lastHeaders(1, ":status: 200", "content-length: 1", "content-length: 2"),
            "content-length is malformed"),
        arguments(headers(1, ":status: 101"), "switched to another protocol, which HTTP/2 cannot"),
        arguments(lastHeaders(1, ":status: 103"), "the stream ends with an interim response"),
        arguments(
            lastHeaders(1, ":status: 200", "big: " + "x".repeat(1_000)),
            "headers of more than 1000 bytes"),
        arguments(data(1, "a"), "a body before the headers"),
        arguments(lastHeaders(1, ":status: 200", "content-length: 1"), length),
        arguments(Http2Bytes.join(ok, data(1, "abcd")), length),
        arguments(Http2Bytes.join(ok, lastData(1, "ab")), length),
        arguments(Http2Bytes.join(ok, data(1, "ab"), lastHeaders(1, "a: b")), length),
        arguments(Http2Bytes.join(ok, headers(1, "a: b")), "headers within the body"),
        arguments(
            Http2Bytes.join(ok, lastHeaders(1, ":status: 200")), "a pseudo-field in the trailers"),
        arguments(
            Http2Bytes.join(headers(1, ":status: 204"), data(1, "a")),
            "a body where there can be none"),
        arguments(
            Http2Bytes.join(
                headers(1, ":status: 200"),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000)),
                data(1, "x".repeat(16_000))),
            "a body of more than 100000 bytes"),
        arguments(windowUpdate(1, 0), "stream error PROTOCOL_ERROR: WINDOW_UPDATE by 0"),
        arguments(
            windowUpdate(1, Integer.MAX_VALUE),
            "stream error FLOW_CONTROL_ERROR: its window grows too large"),
        arguments(
            frame(2, 0, 1, new byte[4]), "stream error FRAME_SIZE_ERROR: PRIORITY of 4 bytes"));
  }

  @ParameterizedTest
  @MethodSource("malformedResponses")
  void aMalformedResponseEndsItsStreamOnly(byte[] bytes, String why) {
    run.comes(bytes);
    assertEquals("DONE PROTOCOL_ERROR " + why, Http2Run.end(first));
    assertEquals(List.of(first), run.carrier.finished);
    run.comes(lastHeaders(3, ":status: 200"));
    assertEquals(List.of(first, second), run.carrier.finished);
    assertEquals("DONE OK ", Http2Run.end(second));
    assertEquals(0, run.carrier.shuts);
    assertTrue(run.http2.ready());
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(hex("000001010400000001ff"), "COMPRESSION_ERROR: an integer is malformed"),
        arguments(frame(CONTINUATION, 4, 1, new byte[1]), "PROTOCOL_ERROR: CONTINUATION without"),
        arguments(headers(2, ":status: 200"), "PROTOCOL_ERROR: HEADERS on a stream that nobody"),
        arguments(headers(5, ":status: 200"), "PROTOCOL_ERROR: HEADERS on a stream that nobody"),
        arguments(data(5, "a"), "PROTOCOL_ERROR: DATA on a stream that nobody opened"),
        arguments(reset(5, 0), "PROTOCOL_ERROR: RST_STREAM on a stream that nobody opened"),
        arguments(windowUpdate(5, 1), "PROTOCOL_ERROR: WINDOW_UPDATE on a stream that nobody"),
        arguments(windowUpdate(0, Integer.MAX_VALUE), "FLOW_CONTROL_ERROR: the connection's"),
        arguments(windowUpdate(0, 0), "PROTOCOL_ERROR: WINDOW_UPDATE by 0"),
        arguments(settings(2, 1), "PROTOCOL_ERROR: ENABLE_PUSH must be 0, was 1"),
        arguments(settings(4, -1), "FLOW_CONTROL_ERROR: INITIAL_WINDOW_SIZE must be at most 21"),
        arguments(settings(5, 16_383), "PROTOCOL_ERROR: MAX_FRAME_SIZE must be 16384 to 16777215"),
        arguments(settings(5, 1 << 24), "PROTOCOL_ERROR: MAX_FRAME_SIZE must be 16384 to"),
        arguments(
            Http2Bytes.join(windowUpdate(1, 1), settings(4, Integer.MAX_VALUE)),
            "FLOW_CONTROL_ERROR: INITIAL_WINDOW_SIZE makes a stream's window too large"),
        arguments(frame(DATA, 0, 1, new byte[16_385]), "FRAME_SIZE_ERROR: DATA of 16385 bytes"),
        arguments(
            Http2Bytes.join(frame(HEADERS, 0, 1, new byte[0]), data(1, "a")),
            "PROTOCOL_ERROR: DATA within a header block"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aBrokenRuleEndsTheConnection(byte[] bytes, String why) {
    run.sends();
    run.comes(bytes);
    assertEquals(List.of(first, second), run.carrier.finished);
    assertEquals(1, run.carrier.shuts);
    String code = why.substring(0, why.indexOf(':'));
    String start = "DONE PROTOCOL_ERROR HTTP/2 connection error " + why;
    assertTrue(Http2Run.end(first).startsWith(start), Http2Run.end(first));
    assertEquals(Http2Run.end(first), Http2Run.end(second));
    assertEquals("GOAWAY 0 " + code, run.sends().getLast());
    assertFalse(run.http2.ready());
    run.comes(lastHeaders(1, ":status: 200"));
    assertEquals(2, run.carrier.finished.size());
  }

  @Test
  void aResponseAfterItsEndEndsTheConnection() {
    run.comes(lastHeaders(1, ":status: 200"));
    run.comes(reset(1, 0), windowUpdate(1, 5));
    assertEquals(0, run.carrier.shuts);
    run.comes(data(1, "a"));
    assertEquals(
        "DONE PROTOCOL_ERROR HTTP/2 connection error STREAM_CLOSED: DATA on a stream that has"
            + " ended",
        Http2Run.end(second));
  }

  @Test
  void whoSpeaksAnotherProtocol() {
    Http2Run other = new Http2Run();
    Exchange exchange = other.get("/");
    other.comes(
        "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(
        "DONE PROTOCOL_ERROR HTTP/2 connection error PROTOCOL_ERROR: the server does not speak"
            + " HTTP/2: it begins with 'HTTP/1.1 '",
        Http2Run.end(exchange));
  }

  @Test
  void aFloodOfContinuationsEndsTheConnection() {
    byte[] piece = frame(CONTINUATION, 0, 1, new byte[100]);
    run.comes(frame(HEADERS, 0, 1, new byte[1]));
    int taken = 0;
    while (run.carrier.shuts == 0 && taken < 1_000) {
      run.comes(piece);
      taken++;
    }
    assertEquals(10, taken);
    assertTrue(Http2Run.end(first).contains("ENHANCE_YOUR_CALM"), Http2Run.end(first));
  }

  // ---- streams that the server gives up

  @ParameterizedTest
  @CsvSource({
    "2, stream reset: INTERNAL_ERROR",
    "0, stream reset: NO_ERROR",
    "8, stream reset: CANCEL",
    "13, stream reset: HTTP_1_1_REQUIRED",
    "4711, stream reset: error 0x1267"
  })
  void aResetStream(int code, String why) {
    run.comes(reset(1, code), data(1, "what was on its way"), reset(1, code));
    assertEquals("DONE RESET " + why, Http2Run.end(first));
    assertEquals(List.of(first), run.carrier.finished);
    assertEquals(List.of(FIRST, SECOND), run.sends());
    assertEquals(1, run.http2.underWay());
  }

  @Test
  void aRefusedStreamIsSentAgain() {
    Exchange post = run.post("/3", 5);
    run.comes(reset(5, ErrorCode.REFUSED_STREAM.code()));
    assertEquals(List.of(post), run.carrier.retried);
    run.comes(headers(1, ":status: 200"), reset(1, ErrorCode.REFUSED_STREAM.code()));
    assertEquals(List.of(post), run.carrier.retried);
    assertEquals("DONE RESET stream reset: REFUSED_STREAM", Http2Run.end(first));
  }

  @Test
  void goingAwayEndsWhatWasNotLookedAt() {
    Exchange post = run.post("/3", 5);
    run.comes(goAway(3, 0));
    assertFalse(run.http2.ready());
    assertEquals(List.of(post), run.carrier.retried);
    assertEquals(2, run.http2.underWay());
    run.comes(headers(5, ":status: 200"), data(5, "late"));
    run.comes(goAway(Integer.MAX_VALUE, 0), goAway(1, 0));
    assertEquals(List.of(post, second), run.carrier.retried);
    run.sends();
    run.comes(headers(1, ":status: 200"));
    assertEquals(0, run.carrier.shuts);
    run.comes(lastData(1, "a"));
    assertEquals("DONE OK ", Http2Run.end(first));
    assertEquals(1, run.carrier.shuts);
    assertEquals(List.of("GOAWAY 0 NO_ERROR"), run.sends());
  }

  @Test
  void goingAwayWithNothingUnderWay() {
    Http2Run idle = Http2Run.with();
    idle.comes(goAway(0, ErrorCode.ENHANCE_YOUR_CALM.code()));
    assertEquals(1, idle.carrier.shuts);
    assertFalse(idle.http2.ready());
  }

  @Test
  void goingAwayFromAStreamThatHadBegun() {
    run.comes(headers(3, ":status: 200"), goAway(1, ErrorCode.INTERNAL_ERROR.code()));
    assertEquals("DONE RESET connection going away: INTERNAL_ERROR", Http2Run.end(second));
    assertEquals(List.of(), run.carrier.retried);
  }

  // ---- what we give up

  @Test
  void aCancelledStreamIsForgotten() {
    run.sends();
    run.comes(headers(1, ":status: 200"));
    run.http2.cancel(first);
    run.http2.cancel(first);
    assertEquals(List.of("RST_STREAM 1 CANCEL"), run.sends());
    // The dynamic table learns from a stream that nobody listens to: index 62 is x-token then.
    run.comes(frame(HEADERS, 4, 1, hex("40" + "07782d746f6b656e" + "0161")));
    run.comes(data(1, "late"), windowUpdate(1, 1), lastData(1, ""));
    run.comes(frame(HEADERS, 5, 3, hex("88be")));
    assertEquals(List.of(second), run.carrier.finished);
    assertEquals("a", Http2Run.header(second, "x-token"));
    assertEquals(0, run.http2.underWay());
    assertEquals("UNDER_WAY OK ", Http2Run.end(first));
  }

  @Test
  void manyCancelledStreamsStayForgotten() {
    Http2Run busy = Http2Run.with();
    for (int i = 0; i < 500; i++) {
      busy.http2.cancel(busy.get("/"));
    }
    for (int stream = 1; stream < 1_000; stream += 2) {
      busy.comes(lastHeaders(stream, ":status: 200"));
    }
    assertEquals(0, busy.carrier.shuts);
    assertEquals(List.of(), busy.carrier.finished);
  }

  @Test
  void cancellingTheLastOneWhenGoingAway() {
    run.comes(goAway(1, 0));
    run.sends();
    run.http2.cancel(first);
    assertEquals(List.of("RST_STREAM 1 CANCEL", "GOAWAY 0 NO_ERROR"), run.sends());
    assertEquals(1, run.carrier.shuts);
  }

  @Test
  void aListenerThatCancelsAnotherWhenTheConnectionFails() {
    run.carrier.onFinish = done -> run.http2.cancel(second);
    run.comes(windowUpdate(0, 0));
    assertEquals(List.of(first), run.carrier.finished);
    assertEquals(0, run.http2.underWay());
  }

  // ---- the connection is lost

  @Test
  void lostBeforeItWasUsed() {
    run.http2.lost("connection reset", false);
    assertEquals("DONE RESET connection reset before the response", Http2Run.end(first));
    assertEquals(List.of(first, second), run.carrier.finished);
    assertFalse(run.http2.ready());
  }

  @Test
  void lostAfterItWasUsed() {
    Exchange post = run.post("/3", 5);
    Exchange last = run.get("/4");
    byte[] begun = headers(7, ":status: 200");
    run.comes(lastHeaders(1, ":status: 200"), begun);
    run.http2.lost("connection closed", true);
    assertEquals(List.of(second), run.carrier.retried);
    assertEquals("DONE RESET connection closed before the response", Http2Run.end(post));
    assertEquals(
        "DONE RESET connection closed after " + begun.length + " bytes of the response",
        Http2Run.end(last));
    assertEquals(0, run.http2.underWay());
  }
}
