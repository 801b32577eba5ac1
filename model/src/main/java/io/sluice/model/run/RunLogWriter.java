package io.sluice.model.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a run log: text, append-only, one group of lines an interval. Its lines are described in
 * {@link RunLogReader}.
 *
 * <p>Each interval reaches the operating system in one write as soon as it is complete, so that a
 * killed process loses at most the interval it was in.
 */
public final class RunLogWriter implements IntervalListener, AutoCloseable {
  static final String MAGIC = "sluice-run-log";
  static final int VERSION = 3;

  private final FileChannel file;
  private final SeriesCatalog catalog;
  private final StringBuilder text = new StringBuilder(16 * 1024);

  /**
   * Starts a log.
   *
   * @throws IOException if the file exists or cannot be written
   */
  public RunLogWriter(Path path, RunHeader header, SeriesCatalog catalog) throws IOException {
    this.catalog = catalog;
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    new LogLine(MAGIC).put("version", VERSION).appendTo(text);
    LogLine run =
        new LogLine("run")
            .put("name", header.name())
            .put("started", header.started().toString())
            .put("digest", header.digest())
            .put("cells", header.cells());
    header.facts().forEach((key, value) -> run.put("fact." + key, value));
    run.appendTo(text);
    flush();
  }

  @Override
  public void onInterval(Interval interval) {
    try {
      write(interval);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Interval interval) throws IOException {
    head(interval);
    for (int i = 0; i < interval.seriesCount(); i++) {
      SeriesCell cell = interval.seriesIfSeen(i);
      if (cell != null) {
        series(i, cell);
      }
    }
    for (int i = 0; i < interval.checkCells(); i++) {
      CheckCell cell = interval.checkIfSeen(i);
      if (cell != null) {
        new LogLine("check")
            .put("w", i / catalog.checkCount())
            .put("c", i % catalog.checkCount())
            .putSeen("passes", cell.passes())
            .putSeen("fails", cell.fails())
            .appendTo(text);
      }
    }
    for (int i = 0; i < interval.metricCells(); i++) {
      MetricCell cell = interval.metricIfSeen(i);
      if (cell != null) {
        new LogLine("metric")
            .put("w", i / catalog.metricCount())
            .put("m", i % catalog.metricCount())
            .putSeen("trues", cell.trues())
            .putSeen("total", cell.total())
            .putSeen("trend", cell.trend())
            .putNumbers(cell)
            .appendTo(text);
      }
    }
    interval
        .errors()
        .forEach(
            (key, count) ->
                new LogLine("error")
                    .put("request", key.request())
                    .put("outcome", key.outcome().key())
                    .put("detail", key.detail())
                    .put("count", count)
                    .appendTo(text));
    interval.samples().forEach(sample -> SampleLine.of(sample).appendTo(text));
    new LogLine("done").put("n", interval.number()).appendTo(text);
    flush();
  }

  private void head(Interval interval) {
    LogLine line =
        new LogLine("interval")
            .put("n", interval.number())
            .put("from", interval.fromNanos())
            .put("to", interval.toNanos());
    List<Health> loops = interval.loops();
    putSeen(line, interval.health().without(loops)).appendTo(text);
    for (int i = 0; i < loops.size(); i++) {
      putSeen(new LogLine("loop").put("i", i), loops.get(i)).appendTo(text);
    }
  }

  private static LogLine putSeen(LogLine line, Health health) {
    for (Health.Counter counter : Health.Counter.values()) {
      line.putSeen(counter.key(), health.get(counter));
    }
    for (Health.Timing timing : Health.Timing.values()) {
      line.putSeen(timing.key(), health.timing(timing));
    }
    return line;
  }

  private void series(int index, SeriesCell cell) {
    LogLine line =
        new LogLine("series")
            .put("w", index / catalog.requestCount())
            .put("r", index % catalog.requestCount())
            .putSeen("started", cell.started())
            .putSeen("redirects", cell.redirects())
            .putSeen("sent", cell.bytesSent())
            .putSeen("received", cell.bytesReceived());
    for (int o = 0; o < Outcome.COUNT; o++) {
      line.putSeen(Outcome.at(o).key(), cell.outcome(Outcome.at(o)));
    }
    cell.statuses().forEachSeen(status -> line.put("" + status, cell.statuses().of(status)));
    line.putSeen("ok_response", cell.okResponse())
        .putSeen("failed_response", cell.failedResponse())
        .putSeen("aborted_age", cell.abortedAge())
        .putSeen("service", cell.service())
        .putSeen("first_byte", cell.firstByte())
        .appendTo(text);
  }

  /**
   * Writes the log's last line.
   *
   * @throws IOException if it cannot be written
   */
  public void end(RunEnd end) throws IOException {
    new LogLine("end")
        .put("reason", end.reason().name())
        .put("detail", end.detail())
        .put("nanos", end.nanos())
        .put("whole", 1)
        .appendTo(text);
    flush();
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
