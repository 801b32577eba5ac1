package io.sluice.k6.run;

import io.sluice.engine.StopSignal;
import io.sluice.engine.door.Door;
import io.sluice.k6.ExitCode;
import io.sluice.k6.metrics.CheckTotals;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.script.ScriptProgram;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.HttpSettings;
import io.sluice.model.run.RunEnd;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all users of a run have in common. Thread-safe. */
final class TestState {
  final ScriptProgram program;
  final Options options;
  final HttpSettings http;
  final Console console;
  final ScriptNames names;
  final ScriptRoads roads;
  final StoreSamples.Definitions definitions;
  final MetricTotals metrics = new MetricTotals();
  final CheckTotals checks = new CheckTotals();
  private final ConcurrentMap<Integer, RequestPace> paces = new ConcurrentHashMap<>();
  private volatile int cellCount = 1;
  final AtomicLong completed = new AtomicLong();
  final AtomicLong interrupted = new AtomicLong();
  final AtomicLong active = new AtomicLong();
  final AtomicLong initialized = new AtomicLong();
  final long startedNanos = System.nanoTime();
  private final List<AtomicLong> iterations;
  private final List<AtomicLong> dropped;
  private final Supplier<MetricStore> stores;
  private final ConcurrentMap<Integer, CellStores> cells = new ConcurrentHashMap<>();
  private volatile long loadStartedMillis = System.currentTimeMillis();
  private volatile @Nullable String setupJson;
  private volatile @Nullable StopSignal stop;
  private @Nullable End end;
  private boolean failed;

  /** Why a run ended before its time. */
  record End(ExitCode code, String message) {}

  TestState(
      ScriptProgram program,
      Options options,
      HttpSettings http,
      Console console,
      ScriptNames names,
      ScriptRoads roads,
      StoreSamples.Definitions definitions,
      Supplier<MetricStore> stores) {
    this.program = program;
    this.options = options;
    this.http = http;
    this.console = console;
    this.names = names;
    this.roads = roads;
    this.definitions = definitions;
    this.stores = stores;
    iterations = counters(options.scenarios().size());
    dropped = counters(options.scenarios().size());
  }

  private static List<AtomicLong> counters(int count) {
    return Stream.generate(AtomicLong::new).limit(count).toList();
  }

  /** The stores of a cell; each cell calls it on its own thread. */
  CellStores cell(int number) {
    return cells.computeIfAbsent(number, _ -> newStores());
  }

  /** How fast the users of a cell may send requests; each cell calls it on its own thread. */
  RequestPace pace(int cell) {
    return paces.computeIfAbsent(cell, _ -> new RequestPace(options.http().rps(), cellCount));
  }

  /** What notes a user's samples down in the run's intervals. */
  Notes notes(Door door) {
    return new Notes.InIntervals(door.observations(), names);
  }

  /** Stores for another thread. */
  CellStores newStores() {
    return new CellStores(stores.get(), metrics, checks, names.requests());
  }

  /** Passes on what the cells still have; none of them may be running. */
  void drainCells() {
    cells.values().forEach(CellStores::drain);
    cells.clear();
  }

  ScenarioOptions scenario(int phase) {
    return options.scenarios().get(phase);
  }

  /** The number of the next iteration of a scenario, from 0. */
  long nextIteration(int phase) {
    return iterations.get(phase).getAndIncrement();
  }

  /** How many iterations of a scenario have begun. */
  long begun(int phase) {
    return iterations.get(phase).get();
  }

  /** An iteration of a scenario was due and nobody was free. */
  void drop(int phase) {
    dropped.get(phase).incrementAndGet();
  }

  /** How many iterations of a scenario nobody was free for, since the last call. */
  long takeDropped(int phase) {
    return dropped.get(phase).getAndSet(0);
  }

  /** A run of the engine by so many cells begins, which the signal ends. */
  void loads(StopSignal signal, int count) {
    cellCount = count;
    paces.clear();
    loadStartedMillis = System.currentTimeMillis();
    stop = signal;
  }

  long loadStartedMillis() {
    return loadStartedMillis;
  }

  @Nullable String setupJson() {
    return setupJson;
  }

  void setupJson(@Nullable String json) {
    setupJson = json;
  }

  /** Ends the run at once; the first reason counts. */
  void end(ExitCode code, String message) {
    synchronized (this) {
      if (end == null) {
        end = new End(code, message);
      }
    }
    StopSignal signal = stop;
    if (signal != null) {
      signal.stopAtOnce(RunEnd.Reason.STOPPED, message);
    }
  }

  /** Why it ended before its time; null if it did not. */
  synchronized @Nullable End end() {
    return end;
  }

  /** The script says that the test failed. */
  synchronized void markFailed() {
    failed = true;
  }

  synchronized boolean markedFailed() {
    return failed;
  }

  /** How long the test has gone on, in nanoseconds. */
  long elapsedNanos() {
    return System.nanoTime() - startedNanos;
  }
}
