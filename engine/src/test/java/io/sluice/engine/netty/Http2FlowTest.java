package io.sluice.engine.netty;

import static io.sluice.engine.netty.Http2Bytes.data;
import static io.sluice.engine.netty.Http2Bytes.frame;
import static io.sluice.engine.netty.Http2Bytes.headers;
import static io.sluice.engine.netty.Http2Bytes.lastHeaders;
import static io.sluice.engine.netty.Http2Bytes.settings;
import static io.sluice.engine.netty.Http2Bytes.windowUpdate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.wire.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows in both directions (RFC 9113 section 5.2). */
class Http2FlowTest {
  private static String post(int stream, String path) {
    return "HEADERS " + stream + " POST http example.com " + path;
  }

  @Test
  void aBodyWaitsForBothWindows() {
    Http2Run run = Http2Run.with(4, 100);
    Exchange exchange = run.post("/", 250);
    assertEquals(List.of(post(1, "/"), "DATA 1 of 100"), run.sends());
    run.comes(windowUpdate(0, 1_000));
    assertEquals(List.of(), run.sends());
    run.comes(windowUpdate(1, 60));
    assertEquals(List.of("DATA 1 of 60"), run.sends());
    long written = exchange.written();
    run.carrier.now = 99_000;
    run.comes(windowUpdate(1, 1_000));
    assertEquals(List.of("DATA 1 last of 90"), run.sends());
    assertEquals(written, exchange.written());
    assertTrue(exchange.sent() > 250 + 4 * 9);
    run.comes(windowUpdate(1, 1_000));
    assertEquals(List.of(), run.sends());
    run.comes(lastHeaders(1, ":status: 200"));
    assertEquals("DONE OK ", Http2Run.end(exchange));
  }

  @Test
  void theConnectionsWindowIsSharedInOrder() {
    Http2Run run = Http2Run.with();
    run.post("/1", 65_000);
    run.post("/2", 1_000);
    run.post("/3", 100);
    assertEquals(
        List.of(
            post(1, "/1"),
            "DATA 1 of 16384",
            "DATA 1 of 16384",
            "DATA 1 of 16384",
            "DATA 1 last of 15848",
            post(3, "/2"),
            "DATA 3 of 535",
            post(5, "/3")),
        run.sends());
    run.comes(windowUpdate(0, 500));
    assertEquals(List.of("DATA 3 last of 465", "DATA 5 of 35"), run.sends());
    run.comes(windowUpdate(0, 500));
    assertEquals(List.of("DATA 5 last of 65"), run.sends());
  }

  @Test
  void anotherInitialWindowMovesOpenStreams() {
    Http2Run run = Http2Run.with(4, 100);
    run.post("/", 250);
    run.sends();
    run.comes(settings(4, 30)); // the window is -70 now
    run.comes(windowUpdate(1, 80));
    assertEquals(List.of("SETTINGS ack", "DATA 1 of 10"), run.sends());
    run.comes(settings(4, 31));
    assertEquals(List.of("SETTINGS ack", "DATA 1 of 1"), run.sends());
    run.comes(settings(4, 0), windowUpdate(1, 31 + 5));
    assertEquals(List.of("SETTINGS ack", "DATA 1 of 5"), run.sends());
    run.comes(settings(4, Integer.MAX_VALUE));
    assertEquals(List.of("SETTINGS ack", "DATA 1 last of 134"), run.sends());
  }

  @Test
  void largerFramesWhereTheServerTakesThem() {
    Http2Run run = Http2Run.with(5, 20_000, 4, 1 << 20);
    run.post("/", 30_000);
    assertEquals(List.of(post(1, "/"), "DATA 1 of 20000", "DATA 1 last of 10000"), run.sends());
  }

  @Test
  void aLongBodyGoesOutInSeveralWrites() {
    Http2Run run = Http2Run.with(4, Integer.MAX_VALUE);
    run.comes(windowUpdate(0, 10_000_000));
    int before = run.carrier.writes;
    Exchange exchange = run.post("/", 1_000_000);
    run.http2.flush();
    assertEquals(run.carrier.sent.size(), exchange.sent());
    List<String> sent = run.sends();
    assertEquals(1 + 62, sent.size());
    assertEquals("DATA 1 last of " + 1_000_000 % 16_384, sent.getLast());
    assertEquals(16, run.carrier.writes - before);
  }

  @Test
  void anEarlyAnswerEndsTheRequest() {
    Http2Run run = Http2Run.with(4, 10);
    Exchange exchange = run.post("/", 100);
    run.sends();
    run.comes(lastHeaders(1, ":status: 413"));
    assertEquals("DONE OK ", Http2Run.end(exchange));
    assertEquals(List.of("RST_STREAM 1 CANCEL"), run.sends());
    run.comes(windowUpdate(1, 100), windowUpdate(0, 100));
    assertEquals(List.of(), run.sends());
  }

  @Test
  void aCancelledBodyIsNotSent() {
    Http2Run run = Http2Run.with(4, 10);
    Exchange first = run.post("/1", 100);
    run.http2.cancel(first);
    run.post("/2", 20);
    run.sends();
    run.comes(windowUpdate(1, 100), windowUpdate(3, 100));
    assertEquals(List.of("DATA 3 last of 10"), run.sends());
  }

  @Test
  void windowsAreOpenedAgainInBatches() {
    Http2Run run = Http2Run.with();
    run.get("/1");
    run.get("/2");
    run.sends();
    run.comes(headers(1, ":status: 200"), headers(3, ":status: 200"));
    run.comes(frame(0, 0, 1, new byte[16_000]), frame(0, 0, 3, new byte[16_000]));
    assertEquals(List.of(), run.sends());
    run.comes(frame(0, 8, 3, new byte[1_000])); // the padding's length counts too
    assertEquals(List.of("WINDOW_UPDATE 0 33000"), run.sends());
    run.comes(frame(0, 0, 1, new byte[16_000]));
    assertEquals(List.of(), run.sends());
    run.comes(data(1, "x".repeat(1_000)));
    assertEquals(List.of("WINDOW_UPDATE 1 33000"), run.sends());
  }

  @Test
  void whatIsPushedBeyondTheWindow() {
    Http2Run run = Http2Run.with();
    Http2Requests requests =
        new Http2Requests(run.carrier, new io.sluice.engine.http2.PeerSettings());
    Http2Intake intake = new Http2Intake(run.carrier, requests, 65_535);
    Http2Stream stream = new Http2Stream(run.get("/"));
    assertTrue(intake.count(stream, 30_000, true));
    assertTrue(intake.count(stream, 35_535, true));
    assertEquals(false, intake.count(stream, 1, true));
    assertEquals(false, intake.count(65_536));
  }
}
