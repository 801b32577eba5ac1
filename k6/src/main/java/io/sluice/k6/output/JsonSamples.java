package io.sluice.k6.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.sluice.k6.JsNumbers;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.metrics.threshold.Threshold;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.GoDuration;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples as lines of JSON, before a metric's first sample its definition.
 *
 * <pre>
 *  {"type":"Metric","data":{"name","type","contains","thresholds":[expression |
 *      {"threshold","abortOnFail","delayAbortEval"}],"submetrics":null | [{"name","suffix","tags"}]},
 *      "metric":name}
 *  {"metric":name,"type":"Point","data":{"time":RFC 3339,"value":number,"tags":{},"metadata":{}}}
 * </pre>
 *
 * {@code metadata} is there only if there is any.
 */
final class JsonSamples implements SampleFormat {
  private final JsonGenerator json;
  private final Thresholds thresholds;
  private final Set<Metric> defined = new HashSet<>();

  JsonSamples(Writer out, Thresholds thresholds) throws IOException {
    this.json = new JsonFactory().createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.thresholds = thresholds;
  }

  @Override
  public void start() {}

  @Override
  public void sample(Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos)
      throws IOException {
    if (defined.add(metric)) {
      definition(metric);
    }
    if (!Double.isFinite(value)) {
      return; // there is no such number in JSON
    }
    json.writeStartObject();
    json.writeStringField("metric", metric.name());
    json.writeStringField("type", "Point");
    json.writeObjectFieldStart("data");
    json.writeStringField("time", SampleTime.RFC3339_NANO.format(epochNanos));
    json.writeFieldName("value");
    json.writeNumber(JsNumbers.text(value));
    tags("tags", tags);
    if (metadata.size() > 0) {
      tags("metadata", metadata);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void definition(Metric metric) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Metric");
    json.writeObjectFieldStart("data");
    json.writeStringField("name", metric.name());
    json.writeStringField("type", metric.type().text());
    json.writeStringField("contains", metric.contains().text());
    json.writeArrayFieldStart("thresholds");
    for (Threshold threshold : thresholds.of(metric)) {
      threshold(threshold);
    }
    json.writeEndArray();
    List<Metric> parts = metric.parts();
    if (parts.isEmpty()) {
      json.writeNullField("submetrics");
    } else {
      json.writeArrayFieldStart("submetrics");
      for (Metric part : parts) {
        json.writeStartObject();
        json.writeStringField("name", part.name());
        json.writeStringField("suffix", part.suffix());
        tags("tags", part.selector());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeStringField("metric", metric.name());
    json.writeEndObject();
  }

  private void threshold(Threshold threshold) throws IOException {
    if (!threshold.abortOnFail()) {
      json.writeString(threshold.source());
      return;
    }
    json.writeStartObject();
    json.writeStringField("threshold", threshold.source());
    json.writeBooleanField("abortOnFail", true);
    if (threshold.delayAbortNanos() > 0) {
      json.writeStringField("delayAbortEval", GoDuration.format(threshold.delayAbortNanos()));
    } else {
      json.writeNullField("delayAbortEval");
    }
    json.writeEndObject();
  }

  private void tags(String field, TagSet tags) throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, String> tag : tags.toMap().entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.writeRaw("\n");
    json.close();
  }
}
