package io.sluice.k6.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.SystemTag;
import io.sluice.k6.options.ThresholdOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputsTest {
  /** 2021-02-24T13:37:10Z. */
  private static final long EPOCH = 1_614_173_830L * 1_000_000_000L;

  private static final Set<SystemTag> TAGS = Set.of(SystemTag.URL, SystemTag.GROUP, SystemTag.VU);

  @TempDir Path directory;
  private final MetricRegistry registry = new MetricRegistry();
  private final Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

  private Outputs outputs(Map<String, String> environment) {
    return new Outputs(directory, stdout, environment);
  }

  private void write(SampleOutput output) throws K6Exception {
    AtomicLong clock = new AtomicLong();
    MetricStore store = new MetricStore(clock::get).telling(output.listener(), EPOCH);
    TagSet tags = TagSet.root().with("url", "http://a/?x=1,2").with("own", "\"w\"");
    store.add(duration, 1, tags.with("kind", "x"), TagSet.root().with("vu", "3"));
    clock.set(120_000_000);
    store.add(registry.builtin(Builtins.VUS), 0.0000125, TagSet.EMPTY);
    store.drainTo(new MetricTotals());
    output.close();
  }

  private Thresholds thresholds() throws K6Exception {
    Map<String, List<ThresholdOption>> options = new LinkedHashMap<>();
    options.put("vus", List.of());
    options.put(
        "http_req_duration",
        List.of(
            new ThresholdOption("p(95)<2", false, 0),
            new ThresholdOption("avg<1", true, 10_000_000_000L)));
    options.put("http_req_duration{a:1, b:2}", List.of());
    return Thresholds.of(options, registry);
  }

  private static final String JSON =
      """
      {"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time",\
      "thresholds":["p(95)<2",{"threshold":"avg<1","abortOnFail":true,"delayAbortEval":"10s"}],\
      "submetrics":[{"name":"http_req_duration{a:1, b:2}","suffix":"a:1, b:2",\
      "tags":{"a":"1","b":"2"}}]},"metric":"http_req_duration"}
      {"metric":"http_req_duration","type":"Point","data":{"time":"2021-02-24T13:37:10Z","value":1,\
      "tags":{"kind":"x","own":"\\"w\\"","url":"http://a/?x=1,2"},"metadata":{"vu":"3"}}}
      {"type":"Metric","data":{"name":"vus","type":"gauge","contains":"default","thresholds":[],\
      "submetrics":null},"metric":"vus"}
      {"metric":"vus","type":"Point","data":{"time":"2021-02-24T13:37:10.12Z","value":0.0000125,\
      "tags":{}}}
      """;

  @Test
  void writesJson() throws Exception {
    SampleOutput output = outputs(Map.of()).open("json=out.json", thresholds(), TAGS);
    write(output);

    assertEquals("json (out.json)", output.description());
    assertEquals(JSON, Files.readString(directory.resolve("out.json")));
  }

  @Test
  void writesJsonToStandardOutputAndCompressed() throws Exception {
    SampleOutput plain = outputs(Map.of()).open("json", thresholds(), TAGS);
    write(plain);
    write(outputs(Map.of()).open("json=out.json.gz", thresholds(), TAGS));

    assertEquals("json(stdout)", plain.description());
    assertEquals(JSON, stdout.toString(StandardCharsets.UTF_8));
    assertEquals(JSON, unpacked("out.json.gz"));
  }

  private String unpacked(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(name)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unix, 1614173830, 1614173830",
    "unix_milli, 1614173830000, 1614173830120",
    "unix_nano, 1614173830000000000, 1614173830120000000",
    "rfc3339, 2021-02-24T13:37:10Z, 2021-02-24T13:37:10Z",
    "rfc3339_nano, 2021-02-24T13:37:10Z, 2021-02-24T13:37:10.12Z",
  })
  void writesCsv(String format, String first, String second) throws Exception {
    write(outputs(Map.of("K6_CSV_TIME_FORMAT", format)).open("csv", Thresholds.NONE, TAGS));

    assertEquals(
        """
        metric_name,timestamp,metric_value,group,url,extra_tags,metadata
        http_req_duration,%s,1.000000,,"http://a/?x=1,2","kind=x&own=""w""\",vu=3
        vus,%s,0.000013,,,,
        """
            .formatted(first, second),
        Files.readString(directory.resolve("file.csv")));
  }

  @Test
  void writesManySamplesOfManyCells() throws Exception {
    SampleOutput output = outputs(Map.of()).open("csv=many.csv", Thresholds.NONE, TAGS);
    Metric requests = registry.builtin(Builtins.HTTP_REQS);
    List<Thread> cells =
        List.of(1, 2, 3).stream()
            .map(
                cell ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              MetricStore store =
                                  new MetricStore(() -> cell).telling(output.listener(), EPOCH);
                              for (int i = 0; i < 20_000; i++) {
                                store.add(requests, cell, TagSet.EMPTY);
                              }
                              store.drainTo(new MetricTotals());
                            }))
            .toList();
    for (Thread cell : cells) {
      cell.join();
    }
    output.close();

    List<String> lines = Files.readAllLines(directory.resolve("many.csv"));
    assertEquals(60_001, lines.size());
    assertEquals(20_000, lines.stream().filter(l -> l.contains(",2.000000,")).count());
  }

  @Test
  void refusesOtherKinds() {
    K6Exception e =
        assertThrows(
            K6Exception.class, () -> outputs(Map.of()).open("influxdb=x", Thresholds.NONE, TAGS));

    assertEquals(ExitCode.INVALID_CONFIG, e.code());
    assertEquals("invalid output type 'influxdb', available types are: csv, json", e.getMessage());
  }

  @Test
  void saysWhatCannotBeWritten() {
    assertEquals(
        "cannot write the output file 'no/such/dir.json': " + directory.resolve("no/such/dir.json"),
        assertThrows(
                K6Exception.class,
                () -> outputs(Map.of()).open("json=no/such/dir.json", Thresholds.NONE, TAGS))
            .getMessage());
    assertEquals(
        "K6_CSV_TIME_FORMAT: expected one of unix, unix_milli, unix_micro, unix_nano, rfc3339,"
            + " rfc3339_nano, was 'unix_mili'; did you mean 'unix_milli'?",
        assertThrows(
                K6Exception.class,
                () ->
                    outputs(Map.of("K6_CSV_TIME_FORMAT", "unix_mili"))
                        .open("csv", Thresholds.NONE, TAGS))
            .getMessage());
  }
}
