package io.sluice.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.model.run.RequestSample;
import io.sluice.reports.json.JsonText;
import java.util.List;

/** Requests that were kept as evidence, as the page reads them: times in milliseconds. */
final class SampleJson {
  private SampleJson() {}

  static ArrayNode of(List<RequestSample> samples) {
    ArrayNode array = JsonText.object().arrayNode();
    samples.forEach(sample -> array.add(of(sample)));
    return array;
  }

  private static ObjectNode of(RequestSample sample) {
    ObjectNode json =
        JsonText.object()
            .put("request", sample.error().request())
            .put("outcome", sample.error().outcome().key())
            .put("detail", sample.error().detail())
            .put("method", sample.method())
            .put("url", sample.url())
            .put("status", sample.status())
            .put("traceparent", sample.traceparent())
            .put("headers", sample.headers())
            .put("body", sample.body())
            .put("body_bytes", sample.bodyBytes());
    JsonText.put(json, "at_seconds", JsonText.rounded(sample.intended() / 1e9));
    JsonText.put(json, "response_ms", millis(sample.intended(), sample.done()));
    ObjectNode phases = json.putObject("phases_ms");
    JsonText.put(phases, "lag", millis(sample.intended(), sample.released()));
    JsonText.put(phases, "connection_wait", millis(sample.released(), sample.written()));
    JsonText.put(phases, "connect", millis(0, sample.connectNanos()));
    JsonText.put(phases, "tls", millis(0, sample.tlsNanos()));
    JsonText.put(phases, "wait", millis(sample.written(), sample.firstByte()));
    JsonText.put(phases, "download", millis(sample.firstByte(), sample.done()));
    return json;
  }

  /** {@code NaN} where one of the stamps was not taken. */
  private static double millis(long from, long to) {
    return from == RequestSample.UNSET || to == RequestSample.UNSET
        ? Double.NaN
        : JsonText.rounded((to - from) / 1e6);
  }
}
