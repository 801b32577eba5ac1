package io.sluice.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.compare.Change;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do. */
interface StoreContract {
  /** The text of a new, empty store. */
  String store() throws Exception;

  private static History open(String store) throws StoreException {
    return History.open(StoreAddress.parse(store), Map.of());
  }

  private static void put(History history, RunRecord run) throws StoreException {
    history.put(run, SampleRuns.totals(run));
  }

  private static List<String> ids(List<RunRecord> runs) {
    return runs.stream().map(RunRecord::id).toList();
  }

  @Test
  default void aRunComesBackAsItWas() throws Exception {
    RunRecord run = SampleRuns.run(1);
    String store = store();
    try (History history = open(store)) {
      put(history, run);
    }
    try (History history = open(store)) {
      assertEquals(List.of(run), history.runs(Filter.newest(10)));
      BaselineRun back = history.totals(List.of(run)).getFirst();
      BaselineRun totals = SampleRuns.totals(run);
      assertEquals(totals.total().times(), back.total().times());
      assertEquals(totals.total().effects(), back.total().effects());
      assertEquals(12, back.total().failed());
      assertEquals(
          run.requests().stream().map(RequestRecord::name).toList(),
          List.copyOf(back.requests().keySet()));
      assertEquals(totals.series("login").quantile(0.95), back.series("login").quantile(0.95));
    }
  }

  @Test
  default void aRunIsThereOnceHoweverOftenItIsIndexed() throws Exception {
    RunRecord run = SampleRuns.run(1);
    RunRecord judgedAnew =
        new RunRecord(
            run.name(),
            run.profile(),
            run.load(),
            run.digest(),
            run.started(),
            run.durationSeconds(),
            run.version(),
            Status.PASS,
            "now it holds",
            run.revision(),
            "/elsewhere",
            run.objectives().subList(0, 1),
            run.total(),
            run.requests());
    try (History history = open(store())) {
      put(history, run);
      put(history, run);
      put(history, judgedAnew);
      assertEquals(List.of(judgedAnew), history.runs(Filter.newest(10)));
    }
  }

  @Test
  default void theNewestRunsComeFirstAndAreFiltered() throws Exception {
    try (History history = open(store())) {
      for (int i : new int[] {2, 0, 3, 1}) {
        put(history, SampleRuns.run(i));
      }
      put(history, SampleRuns.run("shop", "soak", 4));
      put(history, SampleRuns.run("api", "", 5));
      assertEquals(6, history.runs(Filter.newest(100)).size());
      assertEquals(
          List.of(SampleRuns.run(3).id(), SampleRuns.run(2).id()),
          ids(history.runs(new Filter("shop", "peak", 2))));
      assertEquals(5, history.runs(new Filter("shop", "", 100)).size());
      assertEquals(1, history.runs(new Filter("", "soak", 100)).size());
      assertEquals(List.of(), history.runs(new Filter("x' OR '1'='1", "", 100)));
      assertEquals(List.of("api", "shop"), history.names());
      assertEquals(List.of("peak", "soak"), history.profiles());
    }
  }

  @Test
  default void comparisonsAreKept() throws Exception {
    RunChange change =
        new RunChange(
            SampleRuns.run(1).id(),
            SampleRuns.run(2).id(),
            RunChange.Method.RUN_LOGS,
            Change.REGRESSION,
            "B is worse");
    try (History history = open(store())) {
      put(history, SampleRuns.run(1));
      put(history, SampleRuns.run(2));
      assertEquals(Optional.empty(), history.change(change.from(), change.to()));
      history.put(change);
      history.put(change);
      assertEquals(Optional.of(change), history.change(change.from(), change.to()));
      put(history, SampleRuns.run(2));
      assertEquals(Optional.of(change), history.change(change.from(), change.to()));
    }
  }

  @Test
  default void manyThreadsOpenANewStoreAndWriteAtOnce() throws Exception {
    String store = store();
    int writers = 6;
    int each = 5;
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Callable<Void>> tasks =
          IntStream.range(0, writers)
              .<Callable<Void>>mapToObj(
                  writer ->
                      () -> {
                        for (int i = 0; i < each; i++) {
                          try (History history = open(store)) {
                            put(history, SampleRuns.run("w" + writer, "", i));
                            put(history, SampleRuns.run("all", "", i));
                          }
                        }
                        return null;
                      })
              .toList();
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    requireAll(store, writers, each);
  }

  @Test
  default void manyProcessesWriteAtOnce() throws Exception {
    String store = store();
    int writers = 3;
    int each = 5;
    List<Process> processes = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  WriterProcess.class.getName(),
                  store,
                  "w" + writer,
                  Integer.toString(each))
              .redirectErrorStream(true)
              .start());
    }
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
    }
    requireAll(store, writers, each);
  }

  private static void requireAll(String store, int writers, int each) throws StoreException {
    try (History history = open(store)) {
      List<RunRecord> runs = history.runs(Filter.newest(1000));
      assertEquals((writers + 1) * each, runs.size());
      for (RunRecord run : runs) {
        assertEquals(2, run.objectives().size());
        assertEquals(2, run.requests().size());
        assertTrue(history.totals(List.of(run)).getFirst().total().effects().size() == 2);
      }
    }
  }
}
