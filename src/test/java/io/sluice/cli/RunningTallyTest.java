package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Gate;
import io.sluice.gate.ReleaseGate;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunLogWriter;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.figures.RunFigures;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTallyTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int HIT = 1; // 0 is that of the set-up

  private static final LoadPlan PLAN =
      HitPlan.of("http://127.0.0.1:1/")
          .withTimes(Duration.ZERO, Duration.ofHours(1))
          .plan(1, NetworkSettings.NONE);
  private static final RunHeader HEADER =
      new RunHeader("hit", Instant.EPOCH, PLAN.digest(), 1, Map.of());

  private final Interval interval = new Interval(SeriesCatalog.of(PLAN));
  private final List<String> problems = new CopyOnWriteArrayList<>();

  /** As the engine hands them out: the same one again and again. */
  private void second(int number, IntervalListener listener) {
    interval.reset();
    interval.span(number, number * SECOND, (number + 1) * SECOND);
    for (int i = 0; i < 100; i++) {
      interval.series(HIT).start();
      long nanos = (5 + (number + i) % 17) * 1_000_000L;
      interval.series(HIT).finish(Outcome.OK, 200, nanos, 4_000_000, 3_000_000);
    }
    listener.onInterval(interval);
  }

  private RunResult seconds(int count) {
    return new RunResult(
        PLAN,
        HEADER,
        new RunEnd(RunEnd.Reason.COMPLETED, "", count * SECOND),
        listener -> {
          for (int s = 0; s < count; s++) {
            second(s, listener);
          }
        });
  }

  private RunningTally start() {
    return RunningTally.start(PLAN, HEADER, Gate.standard(), problems::add);
  }

  /** What is left in the queue at the end counts, too. */
  @Test
  void whatItFindsIsWhatTheLogTells() {
    RunResult run = seconds(30); // fewer than may wait
    try (RunningTally tally = start()) {
      run.intervals().replay(tally);
      assertEquals(Tally.of(run, Gate.standard()).verdict(), tally.conclude(run).verdict());
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aRunThatCouldNotBeFollowedIsReadFromItsLog() {
    RunResult run = seconds(50);
    RunningTally tally = start();
    try (tally) {
      second(0, tally);
    }
    second(1, tally);
    assertTrue(tally.verdict().isEmpty());
    assertTrue(tally.figures().isEmpty());
    Tally.Found found = tally.conclude(run);
    assertEquals(5000, found.figures().wholeRun().total().finished());
    assertEquals(Tally.of(run, Gate.standard()).verdict(), found.verdict());
  }

  // ---- names that appear while the run goes on

  /** The same load by code. */
  private static final LoadPlan CODE =
      new LoadPlan(
          PLAN.name(),
          PLAN.profile(),
          PLAN.seed(),
          PLAN.targets(),
          PLAN.data(),
          PLAN.requests(),
          PLAN.checks(),
          PLAN.metrics(),
          PLAN.scripts().stream().map(script -> Script.code(script.name())).toList(),
          Script.empty("setup"),
          PLAN.phases(),
          PLAN.objectives(),
          PLAN.limits(),
          PLAN.network());

  private static final RunHeader CODE_HEADER =
      new RunHeader("hit", Instant.EPOCH, CODE.digest(), 1, Map.of());

  private RunningTally startOfCode() {
    return RunningTally.start(CODE, CODE_HEADER, Gate.standard(), problems::add);
  }

  private static LoadPlan named(int requests) {
    List<RequestSpec> specs = new ArrayList<>(CODE.requests());
    for (int i = specs.size(); i < requests; i++) {
      specs.add(renamed(specs.get(HIT), "late " + i));
    }
    return CODE.withNames(CODE.targets(), specs, CODE.checks());
  }

  private static RequestSpec renamed(RequestSpec request, String name) {
    return new RequestSpec(
        name,
        request.group(),
        request.tags(),
        request.method(),
        request.target(),
        request.path(),
        request.headers(),
        request.body(),
        request.timeout(),
        request.accepted(),
        request.redirects());
  }

  /** A second of a run by a plan's names: a request of each of them. */
  private static Interval second(LoadPlan plan, int number) {
    return second(plan, number, plan.requests().size());
  }

  /** A second in which only some of the plan's requests were there. */
  private static Interval second(LoadPlan plan, int number, int requests) {
    Interval second = new Interval(SeriesCatalog.of(plan));
    second.span(number, number * SECOND, (number + 1) * SECOND);
    for (int r = HIT; r < requests; r++) {
      second.series(r).start();
      second.series(r).finish(Outcome.OK, 200, 5_000_000, 4_000_000, 3_000_000);
    }
    return second;
  }

  private static long finished(RunFigures figures, String request) {
    var seen = figures.wholeRun().byName().get(request);
    return seen == null ? -1 : seen.finished();
  }

  /** The log is read again for what came before the names, and never at the end. */
  @Test
  void itBeginsAnewWhereNamesWereAdded(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("run.log");
    LoadPlan more = named(CODE.requests().size() + 1);
    String late = more.requests().getLast().name();
    String hit = CODE.requests().get(HIT).name();
    try (RunLogWriter writer = new RunLogWriter(log, CODE_HEADER, SeriesCatalog.of(more));
        RunningTally tally = startOfCode()) {
      for (int i = 0; i < 10; i++) {
        writer.onInterval(second(more, i));
        tally.onInterval(second(CODE, i)); // the late name is in the log only
      }
      tally.grow(more, log);
      for (int i = 10; i < 20; i++) {
        writer.onInterval(second(more, i));
        tally.onInterval(second(more, i));
      }
      RunEnd end = new RunEnd(RunEnd.Reason.COMPLETED, "", 20 * SECOND);
      RunFigures found =
          tally
              .conclude(
                  new RunResult(
                      more,
                      CODE_HEADER,
                      end,
                      _ -> {
                        throw new AssertionError("nothing is to be read at the end");
                      }))
              .figures();

      assertEquals(20, finished(found, late));
      assertEquals(20, finished(found, hit));
    }
    assertEquals(List.of(), problems);
  }

  /** Soon after it began anew it goes on by the names it has; all are there at the end. */
  @Test
  void itDoesNotBeginAnewAllTheTime(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("run.log");
    int known = CODE.requests().size();
    LoadPlan all = named(known + 2);
    try (RunLogWriter writer = new RunLogWriter(log, CODE_HEADER, SeriesCatalog.of(all));
        RunningTally tally = startOfCode()) {
      for (int i = 0; i < 22; i++) {
        int names = known + Math.max(0, i - 19);
        if (names > known) {
          tally.grow(named(names), log);
        }
        writer.onInterval(second(all, i, names));
        tally.onInterval(second(named(names), i));
      }
      Poll.until(
          "the last second",
          () -> {
            RunFigures figures = tally.figures().orElseThrow();
            return finished(figures, "late " + known) == 2;
          });
      assertEquals(-1, finished(tally.figures().orElseThrow(), "late " + (known + 1)));

      RunFigures found =
          tally
              .conclude(
                  new RunResult(
                      all,
                      CODE_HEADER,
                      new RunEnd(RunEnd.Reason.COMPLETED, "", 22 * SECOND),
                      RunLogReader.intervals(log, all)))
              .figures();

      assertEquals(1, finished(found, "late " + (known + 1)));
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aVerdictIsThereWhileTheRunGoesOn() {
    int[] second = new int[1];
    try (RunningTally verdict = start()) {
      verdict.watch();
      assertTrue(verdict.verdict().isEmpty());
      Poll.until(
          "a verdict",
          () -> {
            second(second[0]++, verdict);
            return verdict.verdict().isPresent();
          });
      var seen = verdict.verdict().orElseThrow();
      assertEquals(ReleaseGate.DEFAULT.size(), seen.objectives().size());
      long samples = seen.objectives().getFirst().samples();
      assertTrue(samples > 0 && samples <= 100L * second[0], () -> samples + " samples");
      assertEquals(0, samples % 100);
    }
  }

  @Test
  void concludingTakesLittleOfTheTime() {
    RunningTally.Pauses pauses = new RunningTally.Pauses();
    assertFalse(pauses.over(7 * SECOND));
    assertTrue(pauses.over(8 * SECOND));

    pauses.looked(8 * SECOND, 8 * SECOND + SECOND / 100);
    assertFalse(pauses.over(13 * SECOND - 1));
    assertTrue(pauses.over(13 * SECOND));

    pauses.looked(13 * SECOND, 13 * SECOND + SECOND / 25);
    assertFalse(pauses.over(23 * SECOND - 1));
    assertTrue(pauses.over(23 * SECOND));

    pauses.looked(23 * SECOND, 23 * SECOND + SECOND / 10);
    assertFalse(pauses.over(38 * SECOND - 1));
    assertTrue(pauses.over(38 * SECOND));

    pauses.looked(20 * SECOND, 22 * SECOND);
    assertFalse(pauses.over(120 * SECOND - 1));
    assertTrue(pauses.over(120 * SECOND));
  }
}
