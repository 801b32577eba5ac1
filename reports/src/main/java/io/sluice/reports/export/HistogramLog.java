package io.sluice.reports.export;

import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import io.sluice.reports.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * HdrHistogram's log: for each second the response times of all finished requests without a tag,
 * then those of each request with its name as the tag. Values are microseconds, exactly those of
 * the run log; the column of maxima is milliseconds.
 */
final class HistogramLog {
  private static final double MICROS_PER_MILLI = 1_000;

  private final SeriesCatalog catalog;
  private final Instant started;
  private final HistogramLogWriter log;
  private final PrintStream out;
  private final Map<String, String> tags;

  private HistogramLog(RunResult run, PrintStream out) {
    catalog = run.catalog();
    started = run.header().started();
    this.out = out;
    log = new HistogramLogWriter(out);
    tags = tags(catalog);
  }

  static void write(RunResult run, OutputStream out) throws IOException {
    PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
    HistogramLog log = new HistogramLog(run, lines);
    log.head(run.header().name());
    Intervals.replaySeconds(run, log::second);
    log.flush();
  }

  private void head(String name) {
    log.outputComment("[Response times of " + Printable.line(name) + ", from intended start]");
    log.outputComment(
        "[Values are microseconds: HistogramLogProcessor -outputValueUnitRatio 1000]");
    log.outputComment("[Without a tag: all requests; with a tag: the request of that name]");
    log.outputLogFormatVersion();
    log.outputStartTime(started.toEpochMilli());
    log.setBaseTime(started.toEpochMilli());
    log.outputBaseTime(started.toEpochMilli());
    log.outputLegend();
  }

  private void second(Interval second) throws IOException {
    Map<String, Histogram> byLabel = new LinkedHashMap<>();
    Histogram all = Times.fresh();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = second.seriesIfSeen(s);
      if (cell != null && cell.finished() > 0) {
        Histogram response = cell.response();
        all.add(response);
        byLabel.merge(
            catalog.series(s).label(),
            response,
            (sum, more) -> {
              sum.add(more);
              return sum;
            });
      }
    }
    if (all.getTotalCount() == 0) {
      return;
    }
    line(second, all);
    byLabel.forEach(
        (label, response) -> {
          response.setTag(tags.get(label));
          line(second, response);
        });
    flush();
  }

  private void line(Interval second, Histogram histogram) {
    log.outputIntervalHistogram(
        second.fromNanos() / 1e9, second.toNanos() / 1e9, histogram, MICROS_PER_MILLI);
  }

  private void flush() throws IOException {
    if (out.checkError()) {
      throw new IOException("the histogram log cannot be written");
    }
  }

  /** A tag can hold neither blanks nor commas; names that would become one are told apart. */
  private static Map<String, String> tags(SeriesCatalog catalog) {
    Map<String, String> tags = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      String label = catalog.series(s).label();
      if (!tags.containsKey(label)) {
        String stem = Printable.line(label).replaceAll("[\\s,]", "_");
        String tag = stem;
        for (int i = 2; !taken.add(tag); i++) {
          tag = stem + "_" + i;
        }
        tags.put(label, tag);
      }
    }
    return tags;
  }
}
