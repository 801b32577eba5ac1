package io.sluice.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of exports in general: they stream, and tell what stops them. */
class RunExportTest {
  private static final long HALF_SECOND = 500_000_000L;

  static Stream<RunExport> streaming() {
    return Stream.of(RunExport.secondsCsv(), RunExport.intervalsJson(), RunExport.histogramLog());
  }

  private static final class Counted extends OutputStream {
    long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] more, int from, int length) {
      bytes += length;
    }
  }

  @ParameterizedTest
  @MethodSource("streaming")
  void aRunIsWrittenWhileItIsRead(RunExport export) throws IOException {
    int seconds = 200;
    RunResult run = SampleRun.of(seconds, 10, SampleRun.NAMES);
    Counted out = new Counted();
    List<Long> atHalf = new ArrayList<>();
    RunResult watched =
        new RunResult(
            run.plan(),
            run.header(),
            run.end(),
            listener ->
                run.intervals()
                    .replay(
                        interval -> {
                          if (interval.number() == seconds / 2) {
                            atHalf.add(out.bytes);
                          }
                          listener.onInterval(interval);
                        }));

    export.write(watched, out);

    assertTrue(atHalf.getFirst() > out.bytes * 2 / 5, atHalf + " of " + out.bytes);
  }

  @ParameterizedTest
  @MethodSource("streaming")
  void aFullDiskIsTold(RunExport export) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    assertThrows(
        IOException.class, () -> export.write(SampleRun.of(200, 10, SampleRun.NAMES), full));
  }

  @Test
  void shorterIntervalsAreAddedUpToSeconds() throws IOException {
    RunResult run = SampleRun.golden();
    RunResult halves =
        new RunResult(
            run.plan(),
            run.header(),
            run.end(),
            listener -> {
              for (int i = 0; i < 5; i++) {
                Interval half = new Interval(run.catalog());
                half.span(i, i * HALF_SECOND, (i + 1) * HALF_SECOND);
                half.series(0).start();
                half.series(0).finish(Outcome.OK, 200, 1_000_000L * (i + 1), 1, 1);
                listener.onInterval(half);
              }
            });
    List<String> seen = new ArrayList<>();

    Intervals.replaySeconds(
        halves,
        second ->
            seen.add(
                "%d: %d to %d ms, %d"
                    .formatted(
                        second.number(),
                        second.fromNanos() / 1_000_000,
                        second.toNanos() / 1_000_000,
                        second.series(0).finished())));

    assertEquals(
        List.of("0: 0 to 1000 ms, 2", "1: 1000 to 2000 ms, 2", "2: 2000 to 2500 ms, 1"), seen);
  }
}
