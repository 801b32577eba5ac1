package io.sluice.reports.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFigures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the log back with HdrHistogram's own tools. */
class HistogramLogTest {
  private static final String ALL = "";

  private static byte[] export(RunResult run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunExport.histogramLog().write(run, out);
    return out.toByteArray();
  }

  private static Map<String, Histogram> byTag(byte[] log) {
    Map<String, Histogram> sums = new HashMap<>();
    HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log));
    while (reader.hasNext()) {
      Histogram interval = (Histogram) reader.nextIntervalHistogram();
      if (interval != null) {
        String tag = interval.getTag() == null ? ALL : interval.getTag();
        sums.computeIfAbsent(tag, _ -> new Histogram(3)).add(interval);
      }
    }
    return sums;
  }

  @Test
  void totalsAreThoseOfTheRun() throws IOException {
    RunResult run = SampleRun.golden();
    RunFigures figures = RunFigures.of(run);

    Map<String, Histogram> byTag = byTag(export(run));

    assertEquals(SampleRun.NAMES.size() + 1, byTag.size());
    assertSame(figures.wholeRun().total(), requireNonNull(byTag.get(ALL)));
    for (String name : SampleRun.NAMES) {
      assertSame(
          requireNonNull(figures.wholeRun().byName().get(name)),
          requireNonNull(byTag.get(name.replace(' ', '_'))));
    }
  }

  private static void assertSame(RequestFigures expected, Histogram micros) {
    assertEquals(expected.finished(), micros.getTotalCount());
    assertEquals(expected.response().p95(), micros.getValueAtPercentile(95) / 1000.0);
    assertEquals(expected.response().max(), micros.getMaxValue() / 1000.0);
  }

  @Test
  void timesAreThoseOfTheClock() throws IOException {
    byte[] log = export(SampleRun.golden());
    HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log));
    Histogram first = (Histogram) reader.nextIntervalHistogram();
    assertNull(first.getTag());
    assertEquals(SampleRun.golden().header().started().toEpochMilli(), first.getStartTimeStamp());
    assertEquals(1_000, first.getEndTimeStamp() - first.getStartTimeStamp());
    assertTrue(
        new String(log, StandardCharsets.UTF_8)
            .startsWith("#[Response times of Storefront journey"));
  }

  @Test
  void theUsualToolReadsIt(@TempDir Path folder) throws Exception {
    RunResult run = SampleRun.golden();
    Path log = Files.write(folder.resolve("run.hlog"), export(run));
    Path out = folder.resolve("out");

    Thread tool =
        new HistogramLogProcessor(
            new String[] {
              "-i", log.toString(), "-o", out.toString(), "-outputValueUnitRatio", "1000"
            });
    tool.start();
    tool.join();

    String text = Files.readString(folder.resolve("out.hgrm"));
    RequestFigures all = RunFigures.of(run).wholeRun().total();
    assertTrue(text.matches("(?s).*Total count\\s+=\\s+" + all.finished() + "\\D.*"), text);
    assertTrue(text.matches("(?s).*Max\\s+=\\s+%.3f,.*".formatted(all.response().max())), text);
  }

  @Test
  void tagsAreToldApartAndCanBeRead() throws IOException {
    RunResult run = SampleRun.of(3, 40, List.of("a b", "a,b", "a_b", "ü|é\n"));
    Map<String, Histogram> byTag = byTag(export(run));
    assertEquals(Set.of(ALL, "a_b", "a_b_2", "a_b_3", "ü|é_"), byTag.keySet());
  }

  @Test
  void aRunWithoutRequestsIsAHead() throws IOException {
    byte[] log = export(SampleRun.silent());
    assertEquals(Map.of(), byTag(log));
    assertTrue(new String(log, StandardCharsets.UTF_8).contains("[StartTime: 1772357400.250"));
  }
}
