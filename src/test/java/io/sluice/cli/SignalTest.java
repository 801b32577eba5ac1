package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that ends before its time leaves what it saw. */
@DisabledOnOs(OS.WINDOWS)
final class SignalTest {
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  private SluiceProcess journey(Storefront shop, StoredRun run) throws IOException {
    return SluiceProcess.start(
        folder,
        QUICK_START,
        "run",
        ShippedScenario.copyTo(folder, "storefront").toString(),
        "--profile=long",
        "--env=BASE_URL=" + shop.baseUri(),
        "--out=" + run.folder());
  }

  private static void awaitIntervals(StoredRun run, SluiceProcess process, int count) {
    Poll.until(
        count + " intervals in the run log",
        () -> {
          if (!process.alive()) {
            throw new AssertionError("it has ended: " + process.out() + process.err());
          }
          return run.loggedIntervals() >= count;
        });
  }

  @Test
  void aKilledRunLosesNoMoreThanItsLastSecond() throws Exception {
    StorefrontOptions recording =
        StorefrontOptions.defaults().withRecording(Recording.EACH_REQUEST);
    StoredRun run = new StoredRun(folder.resolve("run"));
    try (Storefront shop = Storefront.start(recording);
        SluiceProcess process = journey(shop, run)) {
      awaitIntervals(run, process, 6);
      long before = System.nanoTime();
      process.signal("KILL");
      assertEquals(128 + 9, process.exitCode());

      Invocation report = Invocation.of("report", run.folder().toString());
      assertEquals(0, report.code(), report.err());
      assertTrue(Files.exists(run.folder().resolve("report.html")));
      assertEquals("lost", run.summary().at("/end/reason").asText());
      // a second, and two more for a machine that is busy; the first answer is the set-up's
      long certain = answersUntil(before - TimeUnit.SECONDS.toNanos(3), shop.truth().log()) - 1;
      assertTrue(certain > 0, "too few answers to say anything");
      assertTrue(
          run.answers() >= certain && run.answers() <= shop.truth().snapshot().total(),
          () -> "%d answers, of %d for certain".formatted(run.answers(), certain));

      assertNotEquals(0, Invocation.of("gate", run.folder().toString()).code());
      Invocation lenient = Invocation.of("gate", run.folder().toString(), "--slo=error_rate < 50%");
      assertEquals(4, lenient.code(), lenient.out());
      assertEquals("INCONCLUSIVE", run.verdict().path("verdict").asText());
    }
  }

  private static long answersUntil(long nanoTime, RequestLog log) {
    long answers = 0;
    for (int row = 0; row < log.size(); row++) {
      if (log.arrivalNanos(row) + log.timeInServerNanos(row) - nanoTime <= 0) {
        answers++;
      }
    }
    return answers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedRunIsJudgedAndReported(String signal) throws Exception {
    assumeNotIgnored(signal);
    StoredRun run = new StoredRun(folder.resolve("run"));
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        SluiceProcess process = journey(shop, run)) {
      awaitIntervals(run, process, 2);
      process.signal(signal);

      assertEquals(130, process.exitCode(), process.out() + process.err());
      assertTrue(process.err().contains("Stopping; requests under way may finish"), process::err);
      assertTrue(process.out().contains("report: "), process::out);
      assertTrue(Files.exists(run.folder().resolve("report.html")));
      assertEquals("interrupted", run.summary().at("/end/reason").asText());
      assertNotEquals("PASS", run.verdict().path("verdict").asText());
      assertEquals(0, run.summary().at("/whole_run/requests/aborted").asLong());
      assertEquals(shop.truth().snapshot().total() - 1, run.answers());
    }
  }

  @Test
  void aSecondInterruptCutsWhatIsUnderWay() throws Exception {
    assumeNotIgnored("INT");
    StoredRun run = new StoredRun(folder.resolve("run"));
    AtomicInteger unanswered = new AtomicInteger();
    try (RawServer server =
            RawServer.answering(
                (number, line) -> {
                  if (number < 10) {
                    return RawServer.Answer.ok();
                  }
                  unanswered.incrementAndGet();
                  return RawServer.Answer.SILENCE;
                });
        SluiceProcess process =
            SluiceProcess.start(
                folder,
                QUICK_START,
                "hit",
                server.uri(),
                "--users=3",
                "--timeout=5m",
                "--duration=10m",
                "--out=" + run.folder())) {
      awaitIntervals(run, process, 2);
      Poll.until("three silent answers", () -> unanswered.get() == 3);
      process.signal("INT");
      Poll.until("the first interrupt", () -> process.err().contains("Stopping"));
      process.signal("INT");

      assertEquals(130, process.exitCode(), process.out() + process.err());
      assertEquals(9, run.outcome("hit", "ok"));
      assertEquals(3, run.outcome("hit", "aborted"));
      assertEquals(12, run.summary().at("/whole_run/requests/started").asLong());
      assertNotEquals("PASS", run.verdict().path("verdict").asText());
      assertTrue(Files.exists(run.folder().resolve("report.html")));
    }
  }

  /** A process that was started with a signal ignored hands that on to its children. */
  static void assumeNotIgnored(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      String ignored =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .findFirst()
              .orElse("SigIgn: 0")
              .substring("SigIgn:".length())
              .strip();
      int number = signal.equals("INT") ? 2 : 15;
      boolean set = (Long.parseUnsignedLong(ignored, 16) >> (number - 1) & 1) == 1;
      assumeFalse(set, "SIG" + signal + " is ignored here");
    }
  }

  @Test
  void aSignalEndsAScriptAtOnceTearsDownAndSumsUp() throws Exception {
    StoredRun run = new StoredRun(folder.resolve("run"));
    Path script = folder.resolve("script.js");
    Files.writeString(
        script,
        """
        import http from 'k6/http';
        import { sleep } from 'k6';
        export const options = { vus: 3, duration: '5m' };
        export default function () { http.get(`${__ENV.BASE_URL}/health`); sleep(0.2); }
        export function teardown() { console.log('torn down'); }
        """);
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        SluiceProcess process =
            SluiceProcess.start(
                folder,
                List.of("-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED"),
                "k6",
                "run",
                "-q",
                "-e",
                "BASE_URL=" + shop.baseUri(),
                "--run-folder",
                run.folder().toString(),
                script.toString())) {
      awaitIntervals(run, process, 3);
      process.signal("TERM"); // INT may be ignored where tests run in the background

      assertEquals(105, process.exitCode(), () -> process.out() + process.err());
      assertTrue(process.err().contains("torn down"), process::err);
      assertTrue(process.out().contains("http_reqs"), process::out);
      assertTrue(Files.exists(run.folder().resolve("report.html")));
    }
  }
}
