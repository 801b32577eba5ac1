package io.sluice.cli;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.gate.record.RunRecord;
import io.sluice.history.History;
import io.sluice.history.StoreAddress;
import io.sluice.history.StoreException;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunResult;
import io.sluice.reports.runs.RunFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Indexes judged runs; a store that cannot be used costs a sentence, never a run. */
final class RunIndex {
  private final StoreFlag store;
  private final Console console;

  /** An index of the store that the command line names; a mistake in it is told at once. */
  RunIndex(StoreFlag store, Console console) {
    this.store = store;
    this.console = console;
    var _ = store.address(Path.of(""), console.environment());
  }

  /**
   * Indexes a run after its verdict.
   *
   * @param totals of its requests
   */
  void add(RunFolder folder, LoadPlan plan, BaselineRun totals) {
    try {
      StoreAddress address = address(folder);
      if (!(address instanceof StoreAddress.None)) {
        put(folder, address, plan, totals);
      }
    } catch (StoreException | IOException | UserMistake e) {
      console.problem("the run is not in the history: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      console.problem("the run is not in the history: " + e); // of a driver
    }
  }

  /** The store of a run's folder. */
  StoreAddress address(RunFolder folder) {
    Path parent = folder.path().toAbsolutePath().normalize().getParent();
    return store.address(parent == null ? Path.of("") : parent, console.environment());
  }

  /** Reads what the folder holds, and puts it into the store. */
  RunRecord put(RunFolder folder, StoreAddress address) throws StoreException, IOException {
    RunResult run = RunReader.read(folder.path());
    return put(folder, address, run.plan(), BaselineRun.of(run));
  }

  private RunRecord put(RunFolder folder, StoreAddress address, LoadPlan plan, BaselineRun totals)
      throws StoreException, IOException {
    String place = folder.path().toAbsolutePath().normalize().toString();
    RunRecord stored = RunFiles.read(folder.path(), place).measuring(Fingerprint.of(plan));
    try (History history = History.open(address, console.environment())) {
      history.put(stored, totals);
    }
    return stored;
  }
}
