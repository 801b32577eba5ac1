package io.sluice.model.run;

import io.sluice.model.plan.LoadPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run log, of this version and of version 2, which had no samples.
 *
 * <pre>
 *  sluice-run-log  version=3
 *  run             name started digest cells fact.*
 *  interval        n from to, counters and histograms of the process    ┐
 *  loop            i, counters and histograms of the loop of cell i     │
 *  series          w r started outcomes statuses bytes histograms       │ once an interval,
 *  check           w c passes fails                                     │ what is 0 is left out
 *  metric          w m trues total trend sum last smallest largest      │
 *  error           request outcome detail count                         │
 *  sample          request outcome detail method url status, stamps,    │
 *                  trace headers body bytes                             │
 *  done            n                                                    ┘
 *  end             reason detail nanos whole=1
 * </pre>
 *
 * w, r, c and m are the numbers of {@link SeriesCatalog}. An interval counts only with its {@code
 * done}: what a killed process had half written is left out, and the run's end is {@code LOST}.
 */
public final class RunLogReader {
  private static final Set<String> READS = Set.of("2", "" + RunLogWriter.VERSION);
  private final Path path;
  private final SeriesCatalog catalog;
  private final String digest;

  private RunLogReader(Path path, LoadPlan plan) {
    this.path = path;
    this.catalog = SeriesCatalog.of(plan);
    this.digest = plan.digest();
  }

  /**
   * Opens a log: reads its header and how it ended. The intervals are read from the file each time
   * they are asked for.
   *
   * @throws IOException if the file cannot be read, or is no run log of this plan; the message is a
   *     sentence for the user
   */
  public static RunResult open(Path path, LoadPlan plan) throws IOException {
    RunLogReader reader = new RunLogReader(path, plan);
    long[] last = new long[1];
    Ends ends;
    try {
      ends = reader.read(interval -> last[0] = interval.toNanos());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    RunHeader header = ends.header;
    if (header == null) {
      throw new IOException(path + ": not a run log: its first lines are missing");
    }
    RunEnd end =
        ends.end != null
            ? ends.end
            : new RunEnd(
                RunEnd.Reason.LOST, "the run log has no end: the process was killed", last[0]);
    return new RunResult(plan, header, end, reader::read);
  }

  /**
   * The intervals of a log whose header and end are known; read from the file each time they are
   * asked for.
   */
  public static RunResult.Source intervals(Path path, LoadPlan plan) {
    return intervals(path, plan, Integer.MAX_VALUE);
  }

  /**
   * The first intervals of a log that may still be written to; they must be there.
   *
   * @param end the number of the first one that is left out
   */
  public static RunResult.Source intervals(Path path, LoadPlan plan, int end) {
    RunLogReader reader = new RunLogReader(path, plan);
    return listener -> reader.read(listener, end);
  }

  private static final class Ends {
    @Nullable RunHeader header;
    @Nullable RunEnd end;
  }

  private Ends read(IntervalListener listener) {
    return read(listener, Integer.MAX_VALUE);
  }

  private Ends read(IntervalListener listener, int end) {
    Ends ends = new Ends();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      requireMagic(lines.readLine());
      Interval interval = new Interval(catalog);
      int number = 1;
      int next = 0;
      for (String text = lines.readLine(); text != null && next < end; text = lines.readLine()) {
        number++;
        boolean complete;
        try {
          complete = take(LogLine.parse(text), interval, ends);
        } catch (RuntimeException e) {
          lines.mark(1);
          if (lines.read() < 0) {
            break; // the torn last line of a killed process
          }
          throw new IOException(
              "%s:%d: damaged run log: %s".formatted(path, number, e.getMessage()), e);
        }
        requireDigest(ends.header);
        if (complete) {
          listener.onInterval(interval);
          next = interval.number() + 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ends;
  }

  /** Before its intervals are read: the numbers of another plan's series mean other series. */
  private void requireDigest(@Nullable RunHeader header) throws IOException {
    if (header != null && !header.digest().equals(digest)) {
      throw new IOException(path + ": the run log belongs to another plan");
    }
  }

  private void requireMagic(@Nullable String first) throws IOException {
    LogLine line = first == null ? new LogLine("") : new LogLine(first.split("\t", 2)[0]);
    if (!line.kind().equals(RunLogWriter.MAGIC)) {
      throw new IOException(path + ": not a run log: it must start with " + RunLogWriter.MAGIC);
    }
    String version = first == null ? "" : first.replaceFirst(".*version=", "");
    if (!READS.contains(version)) {
      throw new IOException(
          "%s: run log version %s, this program reads version %d"
              .formatted(path, version, RunLogWriter.VERSION));
    }
  }

  /** Takes a line in; true if the interval is complete with it. */
  private boolean take(LogLine line, Interval interval, Ends ends) {
    switch (line.kind()) {
      case "run" -> ends.header = header(line);
      case "interval" -> {
        interval.reset();
        interval.span(Math.toIntExact(line.number("n")), line.number("from"), line.number("to"));
        add(line, interval.health());
      }
      case "loop" -> {
        int cell = Math.toIntExact(line.number("i"));
        add(line, interval.loop(cell));
        add(line, interval.health());
      }
      case "series" -> series(line, interval);
      case "check" ->
          interval
              .check(cell(line, "c", catalog.checkCount()))
              .add(line.numberOrZero("passes"), line.numberOrZero("fails"));
      case "metric" -> {
        MetricCell cell = interval.metric(cell(line, "m", catalog.metricCount()));
        cell.add(line.numberOrZero("trues"), line.numberOrZero("total"));
        line.addTo("trend", cell.trend());
        line.addNumbersTo(cell);
      }
      case "error" ->
          interval.error(
              new ErrorKey(
                  line.text("request"),
                  Outcome.valueOf(line.text("outcome").toUpperCase(Locale.ROOT)),
                  line.text("detail")),
              line.number("count"));
      case "sample" -> interval.sample(SampleLine.sample(line));
      case "done" -> {
        if (line.number("n") != interval.number()) {
          throw new IllegalArgumentException("the end of another interval: " + line.text("n"));
        }
      }
      case "end" -> ends.end = end(line);
      default -> throw new IllegalArgumentException("unknown line '" + line.kind() + "'");
    }
    return line.kind().equals("done");
  }

  private static RunEnd end(LogLine line) {
    line.number("whole"); // a torn end is no end
    return new RunEnd(
        RunEnd.Reason.valueOf(line.text("reason")), line.text("detail"), line.number("nanos"));
  }

  private static RunHeader header(LogLine line) {
    Map<String, String> facts = new HashMap<>();
    line.fields()
        .forEach(
            (key, value) -> {
              if (key.startsWith("fact.")) {
                facts.put(key.substring("fact.".length()), value);
              }
            });
    return new RunHeader(
        line.text("name"),
        Instant.parse(line.text("started")),
        line.text("digest"),
        Math.toIntExact(line.number("cells")),
        facts);
  }

  private static void add(LogLine line, Health health) {
    for (Health.Counter counter : Health.Counter.values()) {
      health.add(counter, line.numberOrZero(counter.key()));
    }
    for (Health.Timing timing : Health.Timing.values()) {
      line.addTo(timing.key(), health.timing(timing));
    }
  }

  private void series(LogLine line, Interval interval) {
    SeriesCell cell = interval.series(cell(line, "r", catalog.requestCount()));
    cell.restore(
        line.numberOrZero("started"),
        line.numberOrZero("redirects"),
        line.numberOrZero("sent"),
        line.numberOrZero("received"));
    for (int o = 0; o < Outcome.COUNT; o++) {
      cell.restore(Outcome.at(o), line.numberOrZero(Outcome.at(o).key()));
    }
    line.fields()
        .forEach(
            (key, value) -> {
              if (Character.isDigit(key.charAt(0))) {
                cell.statuses().add(Integer.parseInt(key), Long.parseLong(value));
              }
            });
    line.addTo("ok_response", cell.okResponse());
    line.addTo("failed_response", cell.failedResponse());
    line.addTo("aborted_age", cell.abortedAge());
    line.addTo("service", cell.service());
    line.addTo("first_byte", cell.firstByte());
  }

  /** A number that the plan has no name for would be that of another window. */
  private static int cell(LogLine line, String key, int count) {
    long number = line.number(key);
    if (number < 0 || number >= count) {
      throw new IllegalArgumentException(
          "%s %s=%d is none of the plan's %d".formatted(line.kind(), key, number, count));
    }
    return Math.toIntExact(line.number("w") * count + number);
  }
}
