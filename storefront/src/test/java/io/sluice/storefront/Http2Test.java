package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Error;
import io.sluice.storefront.FrameConnection.Closed;
import io.sluice.storefront.FrameConnection.Content;
import io.sluice.storefront.FrameConnection.GoAway;
import io.sluice.storefront.FrameConnection.Head;
import io.sluice.storefront.FrameConnection.Reset;
import io.sluice.storefront.FrameConnection.Seen;
import io.sluice.storefront.truth.Protocol;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import io.sluice.storefront.truth.TruthSnapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HTTP/2 with prior knowledge, frame by frame. */
final class Http2Test {
  private static final String LOGIN = "{\"email\":\"anna@example.com\",\"password\":\"buyer-1\"}";
  private static final StorefrontOptions OPTIONS = StorefrontOptions.defaults();
  private static final StorefrontOptions PAGE_TAKES_LONG =
      OPTIONS.withLatency("homepage=fixed:30m");

  private interface Conversation {
    void hold(FrameConnection client) throws IOException;
  }

  private static TruthSnapshot talk(StorefrontOptions options, Conversation conversation)
      throws IOException {
    try (Storefront storefront = Storefront.start(options);
        FrameConnection client = new FrameConnection(storefront)) {
      conversation.hold(client);
      return storefront.truth().snapshot();
    }
  }

  @Test
  void answersRequestsWithAndWithoutBody() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS,
            client -> {
              client.request(1, "GET", "/health");
              Head head = assertInstanceOf(Head.class, client.next());
              assertEquals("200", head.status());
              assertEquals("application/json", head.fields().get("content-type").toString());
              Content content = assertInstanceOf(Content.class, client.next());
              assertTrue(content.text().contains("\"ok\""), content::text);
              assertTrue(content.last());
              assertEquals(content.text().length(), head.fields().getInt("content-length"));
              client.requestHead(3, "POST", "/auth/login");
              client.content(3, LOGIN.substring(0, 7), false);
              client.content(3, LOGIN.substring(7), true);
              assertEquals(200, client.status(3));
            });
    assertEquals(2, truth.count(Protocol.HTTP_2));
    assertEquals(1, truth.count("POST /auth/login", 200));
  }

  @Test
  void bothProtocolsShareThePortAndTheLog() throws IOException {
    try (Storefront storefront = Storefront.start(OPTIONS.withRecording(Recording.EACH_REQUEST));
        FrameConnection two = new FrameConnection(storefront);
        RawConnection one = new RawConnection(storefront)) {
      two.request(1, "GET", "/health");
      assertEquals(200, two.status(1));
      one.send("GET /health HTTP/1.1\r\n\r\n");
      assertEquals(200, one.read().status());
      one.send("GET /health HTTP/1.0\r\n\r\n");
      assertEquals(200, one.read().status());
      RequestLog log = storefront.truth().log();
      assertEquals(Protocol.HTTP_2, log.protocol(0));
      assertEquals(Protocol.HTTP_1_1, log.protocol(1));
      assertEquals(Protocol.HTTP_1_0, log.protocol(2));
      assertEquals(3, storefront.truth().snapshot().count("GET /health", 200));
    }
  }

  @Test
  void headHasNoContent() throws IOException {
    talk(
        OPTIONS,
        client -> {
          client.request(1, "HEAD", "/health");
          Head head = assertInstanceOf(Head.class, client.next());
          assertTrue(head.last());
          assertEquals(38, head.fields().getInt("content-length"));
        });
  }

  @Test
  void trailersEndARequest() throws IOException {
    talk(
        OPTIONS,
        client -> {
          client.requestHead(1, "POST", "/auth/login");
          client.content(1, LOGIN, false);
          client.head(1, true, new DefaultHttp2Headers().add("x-checksum", "1"));
          assertEquals(200, client.status(1));
        });
  }

  @Test
  void continueIsSentWhenExpected() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS,
            client -> {
              client.requestHead(1, "POST", "/auth/login", "expect", "100-continue");
              Head interim = assertInstanceOf(Head.class, client.next());
              assertEquals("100", interim.status());
              client.content(1, LOGIN, true);
              assertEquals(200, client.status(1));
            });
    assertEquals(1, truth.total());
  }

  @Test
  void slowStreamHoldsNoOther() throws IOException {
    talk(
        PAGE_TAKES_LONG,
        client -> {
          client.request(1, "GET", "/");
          client.request(3, "GET", "/health");
          assertEquals(200, client.status(3));
        });
  }

  @Test
  void streamsOverTheLimitAreRefused() throws IOException {
    TruthSnapshot truth =
        talk(
            PAGE_TAKES_LONG.withConcurrentStreams(2),
            client -> {
              client.request(1, "GET", "/");
              client.request(3, "GET", "/");
              client.request(5, "GET", "/health");
              assertEquals(new Reset(5, Http2Error.REFUSED_STREAM.code()), client.next());
              client.reset(3);
              client.request(7, "GET", "/health");
              assertEquals(200, client.status(7));
            });
    assertEquals(1, truth.total());
    assertEquals(1, truth.abandoned());
  }

  @Test
  void lastRequestOfAConnectionGetsGoAwayAndItsAnswer() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS.withRequestsPerConnection(2),
            client -> {
              client.request(1, "GET", "/health");
              assertEquals(200, client.status(1));
              client.request(3, "GET", "/health");
              client.request(5, "GET", "/health");
              assertEquals(new GoAway(3, Http2Error.NO_ERROR.code()), client.next());
              List<Seen> rest = client.untilClosed();
              assertEquals(
                  List.of(3),
                  rest.stream()
                      .filter(Content.class::isInstance)
                      .map(seen -> ((Content) seen).stream())
                      .toList());
              assertTrue(rest.contains(new Reset(5, Http2Error.REFUSED_STREAM.code())));
            });
    assertEquals(2, truth.total());
  }

  @Test
  void resetHitsOneStreamOnly() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS.withResetRate("homepage=100%"),
            client -> {
              client.request(1, "GET", "/");
              assertEquals(new Reset(1, Http2Error.INTERNAL_ERROR.code()), client.next());
              client.request(3, "GET", "/health");
              assertEquals(200, client.status(3));
            });
    assertEquals(1, truth.reset());
    assertEquals(1, truth.total());
    assertEquals(0, truth.abandoned());
  }

  @Test
  void errorsAreInjected() throws IOException {
    talk(
        OPTIONS.withErrorRate("100%"),
        client -> {
          client.request(1, "GET", "/health");
          assertEquals(500, client.status(1));
        });
  }

  @Test
  void latencyHoldsAnAnswerAndTheLogSaysSo() throws IOException {
    StorefrontOptions slow =
        OPTIONS.withLatency("health=fixed:25ms").withRecording(Recording.EACH_REQUEST);
    try (Storefront storefront = Storefront.start(slow);
        FrameConnection client = new FrameConnection(storefront)) {
      client.request(1, "GET", "/health");
      assertEquals(200, client.status(1));
      RequestLog log = storefront.truth().log();
      assertTrue(log.timeInServerNanos(0) >= 25_000_000, () -> "" + log.timeInServerNanos(0));
    }
  }

  @Test
  void resetStreamsAndClosedConnectionsAreAbandoned() throws IOException {
    Storefront storefront = Storefront.start(PAGE_TAKES_LONG);
    try (FrameConnection client = new FrameConnection(storefront)) {
      client.request(1, "GET", "/");
      client.reset(1);
      client.request(3, "GET", "/");
      client.request(5, "GET", "/health");
      assertEquals(200, client.status(5));
      assertEquals(1, storefront.truth().snapshot().abandoned());
      storefront.close();
      assertInstanceOf(Closed.class, client.next());
      assertEquals(2, storefront.truth().snapshot().abandoned());
      assertEquals(1, storefront.truth().snapshot().total());
    }
  }

  @Test
  void bodyOverTheLimitIsRefusedAndCounted() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS,
            client -> {
              String size = Integer.toString((1 << 20) + 1);
              client.requestHead(1, "POST", "/cart/add", "content-length", size);
              assertEquals(413, client.status(1));
              client.request(3, "GET", "/health");
              assertEquals(200, client.status(3));
            });
    assertEquals(1, truth.count("POST /cart/add", 413));
  }

  @Test
  void tooLargeHeadersHaveTheirOwnStatus() throws IOException {
    TruthSnapshot truth =
        talk(
            OPTIONS,
            client -> {
              client.request(1, "GET", "/health", "x", "a".repeat(9_000));
              Head head = assertInstanceOf(Head.class, client.next());
              assertEquals("431", head.status());
            });
    assertEquals(1, truth.count("(malformed)", 431));
  }
}
