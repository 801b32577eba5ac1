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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Compares each run with what came before it: by the run logs where both folders are still there,
 * which is kept in the store, for it takes its time; else by what is stored of all runs before it.
 */
final class RunChanges {
  private final History history;
  private final Consumer<String> progress;
  private final Map<String, BaselineRun> totals = new HashMap<>();

  /**
   * Compares runs of a store.
   *
   * @param progress is told what takes its time
   */
  RunChanges(History history, Consumer<String> progress) {
    this.history = history;
    this.progress = progress;
  }

  /** A run and those before it that it can be compared with, the oldest first. */
  private record Step(List<RunRecord> before, RunRecord now) {
    RunRecord last() {
      return before.getLast();
    }
  }

  /** The changes among some runs of one store, the oldest first. */
  List<RunChange> of(List<RunRecord> newestFirst) throws StoreException {
    List<Step> steps = steps(newestFirst.reversed());
    Map<Step, RunChange> known = new HashMap<>();
    for (Step step : steps) {
      history
          .change(step.last().id(), step.now().id())
          .ifPresent(change -> known.put(step, change));
    }
    keep(known, compared(steps.stream().filter(step -> !known.containsKey(step)).toList()));
    List<RunChange> changes = new ArrayList<>();
    for (Step step : steps) {
      RunChange change = known.get(step);
      changes.add(change == null ? byStore(step.before(), step.now()) : change);
    }
    return changes;
  }

  private static List<Step> steps(List<RunRecord> runs) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      RunRecord now = runs.get(i);
      List<RunRecord> before = runs.subList(0, i).stream().filter(run -> alike(run, now)).toList();
      if (!before.isEmpty()) {
        steps.add(new Step(before, now));
      }
    }
    return steps;
  }

  private static boolean alike(RunRecord a, RunRecord b) {
    return !a.load().isEmpty()
        && a.profile().equals(b.profile())
        && a.fingerprint().equals(b.fingerprint());
  }

  /** By the run logs, on all cores: a pair of long runs takes seconds. */
  private Map<Step, Optional<RunChange>> compared(List<Step> steps) {
    List<Step> here =
        steps.stream().filter(step -> isHere(step.last()) && isHere(step.now())).toList();
    if (here.size() > 1) {
      progress.accept("comparing the logs of %d runs, once".formatted(here.size() + 1));
    }
    return here.parallelStream()
        .collect(Collectors.toMap(step -> step, step -> byLogs(step.last(), step.now())));
  }

  private static boolean isHere(RunRecord run) {
    return Files.isDirectory(Path.of(run.folder()));
  }

  private void keep(Map<Step, RunChange> known, Map<Step, Optional<RunChange>> compared) {
    compared.forEach((step, change) -> change.ifPresent(found -> known.put(step, found)));
    try {
      for (Optional<RunChange> change : compared.values()) {
        if (change.isPresent()) {
          history.put(change.get());
        }
      }
    } catch (StoreException e) {
      // it may be read-only: they are compared again next time
    }
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
