package io.sluice.reports.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.LevelEffect;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.reports.json.JsonText;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** A baseline as a small file that can be kept beside the scenario. */
public final class BaselineJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BaselineJson() {}

  /** The baseline as JSON. */
  public static ObjectNode of(Baseline baseline) {
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("scenario", baseline.fingerprint().scenario());
    ArrayNode load = json.putArray("load");
    baseline.fingerprint().load().forEach(load::add);
    ArrayNode requests = json.putArray("requests");
    baseline.fingerprint().requests().forEach(requests::add);
    ArrayNode runs = json.putArray("runs");
    for (BaselineRun run : baseline.runs()) {
      ObjectNode node = runs.addObject();
      node.put("started", run.started().toString());
      node.put("digest", run.digest());
      node.set("total", series(run.total()));
      ObjectNode byName = node.putObject("requests_by_name");
      run.requests().forEach((name, total) -> byName.set(name, series(total)));
    }
    return json;
  }

  private static ObjectNode series(SeriesTotal total) {
    ObjectNode json = JsonText.object();
    json.put("requests", total.requests());
    json.put("failed", total.failed());
    ArrayNode effects = json.putArray("design_effects");
    for (LevelEffect level : total.effects()) {
      effects
          .addObject()
          .put("q", level.q())
          .put("factor", level.effect().factor())
          .put("batches", level.effect().batches())
          .put("length", level.effect().length());
    }
    json.put("response_times", encode(total.times()));
    return json;
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException if the text is none; the message is a clause
   */
  public static Baseline read(String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
    }
    int version = json.path("schema_version").asInt();
    if (version != SCHEMA_VERSION || !json.path("runs").isArray()) {
      throw new IllegalArgumentException(
          "not a baseline of schema version %d; sluice baseline RUN... --out FILE writes one"
              .formatted(SCHEMA_VERSION));
    }
    Fingerprint fingerprint =
        new Fingerprint(
            json.path("scenario").asText(), texts(json.path("load")), texts(json.path("requests")));
    List<BaselineRun> runs = new ArrayList<>();
    json.path("runs").forEach(run -> runs.add(run(run, fingerprint)));
    return new Baseline(fingerprint, runs);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static BaselineRun run(JsonNode json, Fingerprint fingerprint) {
    Map<String, SeriesTotal> requests = new LinkedHashMap<>();
    for (String name : fingerprint.requests()) {
      requests.put(name, total(json.path("requests_by_name").path(name)));
    }
    try {
      return new BaselineRun(
          Instant.parse(json.path("started").asText()),
          json.path("digest").asText(),
          total(json.path("total")),
          requests);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not an instant: " + json.path("started").asText(), e);
    }
  }

  private static SeriesTotal total(JsonNode json) {
    List<LevelEffect> effects = new ArrayList<>();
    for (JsonNode level : json.path("design_effects")) {
      effects.add(
          new LevelEffect(
              level.path("q").asDouble(),
              new DesignEffect(
                  level.path("factor").asDouble(),
                  level.path("batches").asInt(),
                  level.path("length").asInt())));
    }
    return new SeriesTotal(
        decode(json.path("response_times").asText()), json.path("failed").asLong(), effects);
  }

  private static String encode(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity() + 64);
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private static Histogram decode(String text) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(text)), 1);
    } catch (DataFormatException
        | IllegalArgumentException
        | BufferUnderflowException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a histogram is damaged", e);
    }
  }
}
