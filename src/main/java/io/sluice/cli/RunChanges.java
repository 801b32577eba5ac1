package io.sluice.cli;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.StoredComparer;
import io.sluice.gate.baseline.StoredComparison;
import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Comparer;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import io.sluice.history.History;
import io.sluice.history.StoreException;
import io.sluice.model.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares each run with what came before it: by the run logs where both folders are still there,
 * which is kept in the store, for it takes its time; else by what is stored of all runs before it.
 */
final class RunChanges {
  private final History history;
  private final Map<String, BaselineRun> totals = new HashMap<>();

  RunChanges(History history) {
    this.history = history;
  }

  /** The changes among some runs of one store, the oldest first. */
  List<RunChange> of(List<RunRecord> newestFirst) throws StoreException {
    List<RunChange> changes = new ArrayList<>();
    List<RunRecord> runs = newestFirst.reversed();
    for (int i = 1; i < runs.size(); i++) {
      RunRecord now = runs.get(i);
      List<RunRecord> before = runs.subList(0, i).stream().filter(run -> alike(run, now)).toList();
      if (!before.isEmpty()) {
        changes.add(change(before, now));
      }
    }
    return changes;
  }

  private static boolean alike(RunRecord a, RunRecord b) {
    return !a.load().isEmpty()
        && a.profile().equals(b.profile())
        && a.fingerprint().equals(b.fingerprint());
  }

  private RunChange change(List<RunRecord> before, RunRecord now) throws StoreException {
    RunRecord last = before.getLast();
    Optional<RunChange> known = history.change(last.id(), now.id());
    if (known.isPresent()) {
      return known.get();
    }
    Optional<RunChange> byLogs = byLogs(last, now);
    if (byLogs.isEmpty()) {
      return byStore(before, now);
    }
    try {
      history.put(byLogs.get());
    } catch (StoreException e) {
      // it may be read-only: the comparison is made again next time
    }
    return byLogs.get();
  }

  private static Optional<RunChange> byLogs(RunRecord last, RunRecord now) {
    Optional<RunResult> a = stored(last);
    Optional<RunResult> b = stored(now);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    try {
      Comparison comparison =
          new Comparer(Criteria.DEFAULT).sequential(Arm.of("A", a.get()), Arm.of("B", b.get()));
      return Optional.of(
          new RunChange(
              last.id(),
              now.id(),
              RunChange.Method.RUN_LOGS,
              comparison.change(),
              comparison.sentence()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // too short for pairs of seconds
    }
  }

  /** The run of a folder, if it is still that run which is there. */
  private static Optional<RunResult> stored(RunRecord run) {
    try {
      RunResult found = RunReader.read(Path.of(run.folder()));
      boolean same =
          RunRecord.id(found.header().started(), found.header().digest()).equals(run.id());
      return same ? Optional.of(found) : Optional.empty();
    } catch (UserMistake | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private RunChange byStore(List<RunRecord> before, RunRecord now) throws StoreException {
    List<BaselineRun> earlier = new ArrayList<>();
    for (RunRecord run : before) {
      earlier.add(totals(run));
    }
    StoredComparison comparison =
        new StoredComparer(Criteria.DEFAULT)
            .compare(new Baseline(now.fingerprint(), earlier), totals(now));
    return new RunChange(
        before.getLast().id(),
        now.id(),
        RunChange.Method.STORED,
        comparison.change(),
        comparison.sentence());
  }

  private BaselineRun totals(RunRecord run) throws StoreException {
    BaselineRun known = totals.get(run.id());
    if (known == null) {
      known = history.totals(List.of(run)).getFirst();
      totals.put(run.id(), known);
    }
    return known;
  }
}
