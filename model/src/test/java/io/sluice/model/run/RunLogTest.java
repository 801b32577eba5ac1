package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.Plans;
import io.sluice.model.plan.LoadPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final String HOSTILE = "a\tb\nc\r\\t=d\\ =\u2028ü…";
  private static final RunEnd END = new RunEnd(RunEnd.Reason.STOPPED, HOSTILE, 3_000_000_000L);

  private final LoadPlan plan = Plans.shop();
  private final SeriesCatalog catalog = SeriesCatalog.of(plan);
  private final List<String> written = new ArrayList<>();
  private Path path;

  @BeforeEach
  void place(@TempDir Path folder) {
    path = folder.resolve("run.log");
  }

  private RunHeader header() {
    return new RunHeader(
        HOSTILE,
        Instant.parse("2026-01-02T03:04:05.678Z"),
        plan.digest(),
        2,
        Map.of("os", HOSTILE, "a=b\t\\e", "c", "", ""));
  }

  private RunLogWriter start() throws IOException {
    return new RunLogWriter(path, header(), catalog);
  }

  private void write(RunLogWriter writer, int seconds) {
    Random random = new Random(9);
    for (int i = 0; i < seconds; i++) {
      int second = written.size();
      Interval interval = Intervals.merged(catalog, random);
      interval.span(second, second * 1_000_000_000L, (second + 1) * 1_000_000_000L);
      interval.error(new ErrorKey(HOSTILE, Outcome.PROTOCOL_ERROR, HOSTILE), 3);
      writer.onInterval(interval);
      written.add(Intervals.describe(interval));
    }
  }

  private static List<String> read(RunResult run) {
    List<String> read = new ArrayList<>();
    run.intervals().replay(interval -> read.add(Intervals.describe(interval)));
    return read;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    try (RunLogWriter writer = start()) {
      write(writer, 3);
      writer.end(END);
    }

    RunResult run = RunLogReader.open(path, plan);

    assertEquals(header(), run.header());
    assertEquals(END, run.end());
    assertEquals(written, read(run));
    assertEquals(written, read(run), "a second time");
    List<Long> spans = new ArrayList<>();
    run.intervals()
        .replay(
            i -> {
              spans.add((long) i.number());
              spans.add(i.fromNanos());
              spans.add(i.toNanos());
            });
    assertEquals(List.of(1L, 1_000_000_000L, 2_000_000_000L), spans.subList(3, 6));
    assertEquals(3_000_000_000L, run.total().toNanos());
  }

  @Test
  void anEmptyIntervalIsOne() throws IOException {
    try (RunLogWriter writer = start()) {
      Interval empty = new Interval(catalog);
      empty.span(0, 0, 1_000_000_000L);
      writer.onInterval(empty);
    }

    RunResult run = RunLogReader.open(path, plan);

    assertEquals(List.of(Intervals.describe(new Interval(catalog))), read(run));
    assertEquals(RunEnd.Reason.LOST, run.end().reason());
    assertEquals(1_000_000_000L, run.end().nanos());
  }

  @Test
  void theProcessAndItsLoopsAddUpToWhatIsRead() throws IOException {
    try (RunLogWriter writer = start()) {
      write(writer, 1);
      writer.end(END);
    }
    List<String> lines = Files.readAllLines(path);
    List<String> loops = lines.stream().filter(line -> line.startsWith("loop\t")).toList();
    assertEquals(2, loops.size());
    String head = lines.get(2);
    assertTrue(head.startsWith("interval\tn=0\tfrom=0\tto=1000000000\tcpu_ns="), head);
    assertEquals(5, head.split("\t", -1).length, "only what belongs to the process: " + head);

    RunLogReader.open(path, plan)
        .intervals()
        .replay(
            interval -> {
              Health sum = new Health();
              interval.loops().forEach(sum::add);
              long process = interval.health().get(Health.Counter.CPU_NANOS);
              sum.add(Health.Counter.CPU_NANOS, process - sum.get(Health.Counter.CPU_NANOS));
              assertEquals(Intervals.describe(sum), Intervals.describe(interval.health()));
            });
  }

  /** A run of one loop pays for a line, not for its histograms twice. */
  @Test
  void aRunOfOneLoopHasALogAsSmallAsWithoutLoops() throws IOException {
    Interval cell = Intervals.random(catalog, new Random(3));
    long before;
    try (RunLogWriter writer = start()) {
      writer.onInterval(cell);
      before = Files.size(path);
    }
    Files.delete(path);
    Interval merged = new Interval(catalog);
    merged.addCell(0, cell);
    try (RunLogWriter writer = start()) {
      writer.onInterval(merged);
      assertEquals(before + "loop\ti=0\n".length(), Files.size(path));
    }
  }

  /** One request, check, value and error. */
  private void writeSmall(RunLogWriter writer) {
    int second = written.size();
    Interval interval = new Interval(catalog);
    interval.span(second, second * 1_000_000_000L, (second + 1) * 1_000_000_000L);
    interval.series(2).start();
    interval.series(2).finish(Outcome.OK, 200, 1000 + second, -1, -1);
    interval.check(0).record(true);
    interval.metric(1).count(true);
    interval.error(new ErrorKey(HOSTILE, Outcome.RESET, HOSTILE), 3);
    writer.onInterval(interval);
    written.add(Intervals.describe(interval));
  }

  @Test
  void aLogTornAnywhereInItsLastSecondKeepsTheOthers() throws IOException {
    long whole;
    long all;
    try (RunLogWriter writer = start()) {
      writeSmall(writer);
      writeSmall(writer);
      whole = Files.size(path);
      writeSmall(writer);
      all = Files.size(path);
      writer.end(END);
    }
    byte[] bytes = Files.readAllBytes(path);
    for (int length = (int) whole; length < bytes.length; length++) {
      Files.write(path, Arrays.copyOf(bytes, length));

      RunResult run = RunLogReader.open(path, plan);

      String at = "torn at byte " + length + " of " + bytes.length;
      // a line is whole without its line feed
      List<String> expected = length < all - 1 ? written.subList(0, 2) : written;
      assertEquals(expected, read(run), at);
      if (length < bytes.length - 1) {
        assertEquals(RunEnd.Reason.LOST, run.end().reason(), at);
        assertEquals(expected.size() * 1_000_000_000L, run.end().nanos(), at);
      } else {
        assertEquals(END, run.end(), at);
      }
    }
  }

  @Test
  void aTornHeaderIsNoRunLog() throws IOException {
    start().close();
    byte[] bytes = Files.readAllBytes(path);
    for (int length = 0; length < bytes.length / 2; length++) {
      Files.write(path, Arrays.copyOf(bytes, length));
      var e = assertThrows(IOException.class, () -> RunLogReader.open(path, plan));
      assertTrue(String.valueOf(e.getMessage()).startsWith(path + ": "), e.getMessage());
    }
  }

  @Test
  void damageInTheMiddleIsLocated() throws IOException {
    try (RunLogWriter writer = start()) {
      write(writer, 2);
      writer.end(END);
    }
    List<String> lines = Files.readAllLines(path);
    assertTrue(lines.get(3).startsWith("loop\ti=0\t"), lines.get(3));
    for (Map.Entry<String, String> damage :
        Map.of(
                "series\tw=0\tr=x", "For input string: \"x\"",
                "series\tw=0\tr", "a field without '=': r",
                "series\tw=0", "a line 'series' without 'r'",
                "series\tw=0\tr=2", "series r=2 is none of the plan's 2",
                "check\tw=0\tc=-1", "check c=-1 is none of the plan's 2",
                "loop\tlag=0", "a line 'loop' without 'i'",
                "loop\ti=-1", "no loop has the number -1",
                "sries\tw=0\tr=0", "unknown line 'sries'")
            .entrySet()) {
      List<String> damaged = new ArrayList<>(lines);
      damaged.set(3, damage.getKey());
      Files.write(path, damaged);

      var e = assertThrows(IOException.class, () -> RunLogReader.open(path, plan));

      assertEquals(path + ":4: damaged run log: " + damage.getValue(), e.getMessage());
    }
  }

  @Test
  void theFirstOnesAreReadWhileTheLogIsWritten() throws IOException {
    try (RunLogWriter writer = start()) {
      write(writer, 4);
    }
    Files.writeString(path, "series\tw=0\tr=0\tst", StandardOpenOption.APPEND);
    Files.writeString(path, "\nand so on", StandardOpenOption.APPEND);
    List<String> read = new ArrayList<>();

    RunLogReader.intervals(path, plan, 4)
        .replay(interval -> read.add(Intervals.describe(interval)));

    assertEquals(written, read);
    read.clear();
    RunLogReader.intervals(path, plan, 2)
        .replay(interval -> read.add(Intervals.describe(interval)));
    assertEquals(written.subList(0, 2), read);
  }

  @Test
  void numbersBeyondAnyDurationComeBack() throws IOException {
    try (RunLogWriter writer = start()) {
      Interval interval = new Interval(catalog);
      for (double number : new double[] {-2, 0.25, 5e9, 1e15}) {
        interval.metric(0).distributed(number);
      }
      writer.onInterval(interval);
      writer.end(END);
    }

    MetricCell read = RunLogReader.open(path, plan).total().metric(0);

    assertEquals(4, read.total());
    assertEquals(-2, read.smallest());
    assertEquals(1e15, read.largest());
    assertEquals(1e15 + 5e9 - 1.75, read.sum());
    assertEquals(0, read.trend().getMinValue());
    assertEquals(250, read.trend().getValueAtPercentile(50));
    assertEquals(5e12, (double) read.trend().getValueAtPercentile(75), 5e9);
    assertEquals(MetricCell.MAX_NUMBER * 1000, (double) read.trend().getMaxValue(), 1e12);
  }

  @Test
  void refusesTheLogOfAnotherPlan() throws IOException {
    try (RunLogWriter writer = start()) {
      write(writer, 1);
      writer.end(END);
    }
    LoadPlan smaller =
        new LoadPlan(
            plan.name(),
            plan.profile(),
            plan.seed(),
            plan.targets(),
            plan.data(),
            plan.requests().subList(0, 1),
            List.of(),
            List.of(),
            plan.scripts(),
            plan.setup(),
            plan.phases(),
            plan.objectives(),
            plan.limits(),
            plan.network());

    var e = assertThrows(IOException.class, () -> RunLogReader.open(path, smaller));

    assertEquals(path + ": the run log belongs to another plan", e.getMessage());
  }

  @Test
  void refusesWhatIsNoRunLog() throws IOException {
    for (Map.Entry<String, String> row :
        Map.of(
                "", "not a run log: it must start with sluice-run-log",
                "hello\n", "not a run log: it must start with sluice-run-log",
                "sluice-run-log\tversion=1\n", "run log version 1, this program reads version 3",
                "sluice-run-log\tversion=2\n", "not a run log: its first lines are missing")
            .entrySet()) {
      Files.writeString(path, row.getKey());
      var e = assertThrows(IOException.class, () -> RunLogReader.open(path, plan));
      assertEquals(path + ": " + row.getValue(), e.getMessage());
    }
  }

  @Test
  void neverOverwritesARun() throws IOException {
    start().close();
    assertThrows(FileAlreadyExistsException.class, this::start);
  }

  @Test
  void aFileThatVanishedIsAnErrorOnReplay() throws IOException {
    start().close();
    RunResult run = RunLogReader.open(path, plan);
    Files.delete(path);
    assertThrows(UncheckedIOException.class, () -> read(run));
  }

  @Test
  void textsComeBack() {
    for (String text : new String[] {"", HOSTILE, "\\", "\\\\t", "\\e", "=", "\t\n\r"}) {
      assertEquals(text, LogText.unescape(LogText.escape(text)));
      assertEquals(text, LogText.unescape(LogText.escapeKey(text)));
      assertEquals(-1, LogText.escapeKey(text).indexOf('='));
    }
  }
}
