package io.sluice.model.run;

import java.util.Locale;

/** A request that was kept, as a line of the run log. */
final class SampleLine {
  private SampleLine() {}

  static LogLine of(RequestSample sample) {
    LogLine line =
        new LogLine("sample")
            .put("request", sample.error().request())
            .put("outcome", sample.error().outcome().key())
            .put("detail", sample.error().detail())
            .put("method", sample.method())
            .put("url", sample.url())
            .putSeen("status", sample.status())
            .put("intended", sample.intended())
            .put("released", sample.released())
            .put("done", sample.done());
    stamp(line, "written", sample.written());
    stamp(line, "first", sample.firstByte());
    stamp(line, "connect", sample.connectNanos());
    stamp(line, "tls", sample.tlsNanos());
    text(line, "trace", sample.traceparent());
    text(line, "headers", sample.headers());
    text(line, "body", sample.body());
    return line.putSeen("bytes", sample.bodyBytes());
  }

  private static void stamp(LogLine line, String key, long nanos) {
    if (nanos != RequestSample.UNSET) {
      line.put(key, nanos);
    }
  }

  private static void text(LogLine line, String key, String text) {
    if (!text.isEmpty()) {
      line.put(key, text);
    }
  }

  static RequestSample sample(LogLine line) {
    return new RequestSample(
        new ErrorKey(
            line.text("request"),
            Outcome.valueOf(line.text("outcome").toUpperCase(Locale.ROOT)),
            line.text("detail")),
        line.text("method"),
        line.text("url"),
        Math.toIntExact(line.numberOrZero("status")),
        line.number("intended"),
        line.number("released"),
        stamp(line, "written"),
        stamp(line, "first"),
        line.number("done"),
        stamp(line, "connect"),
        stamp(line, "tls"),
        line.fields().getOrDefault("trace", ""),
        line.fields().getOrDefault("headers", ""),
        line.fields().getOrDefault("body", ""),
        line.numberOrZero("bytes"));
  }

  private static long stamp(LogLine line, String key) {
    return line.fields().containsKey(key) ? line.number(key) : RequestSample.UNSET;
  }
}
