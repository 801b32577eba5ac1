package io.sluice.engine.measure;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.RequestSample;
import java.nio.charset.StandardCharsets;

/** Makes samples of exchanges that are done. Allocates. */
final class Samples {
  private Samples() {}

  static RequestSample of(
      ErrorKey kind, Exchange exchange, String method, String url, String traceparent) {
    boolean failed = kind.outcome().failed();
    Body body = exchange.body();
    return new RequestSample(
        kind,
        method,
        url,
        exchange.status(),
        exchange.intended(),
        exchange.released(),
        exchange.written(),
        exchange.firstByte(),
        exchange.done(),
        exchange.connectNanos(),
        exchange.tlsNanos(),
        traceparent,
        failed ? exchange.headLines() : "",
        failed && body != null ? text(exchange, body) : "",
        body == null ? 0 : body.length());
  }

  /** What does not decode as UTF-8 is replaced: it is for a reader. */
  private static String text(Exchange exchange, Body body) {
    TextBuffer coding = exchange.headerIfSeen(WantedHeaders.CONTENT_ENCODING);
    if (coding != null && !exchange.keepBody()) {
      return "(encoded as " + coding + ")";
    }
    int length = Math.min(body.length(), RequestSample.MOST_BYTES);
    return new String(body.bytes(), 0, length, StandardCharsets.UTF_8);
  }
}
