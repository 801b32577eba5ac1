package io.sluice.reports.runs;

import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs of one scenario and profile.
 *
 * @param runs the oldest first; at least one
 * @param changes of them against earlier ones, in the same order
 */
public record RunGroup(List<RunRecord> runs, List<RunChange> changes) {
  public RunGroup {
    runs = List.copyOf(runs);
    changes = List.copyOf(changes);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a group must have at least one run");
    }
  }

  /** The groups of some runs, the one with the newest run first. */
  public static List<RunGroup> of(List<RunRecord> newestFirst, Collection<RunChange> changes) {
    Map<List<String>, List<RunRecord>> groups = new LinkedHashMap<>();
    for (RunRecord run : newestFirst) {
      groups
          .computeIfAbsent(List.of(run.name(), run.profile()), _ -> new ArrayList<>())
          .addFirst(run);
    }
    return groups.values().stream().map(runs -> new RunGroup(runs, among(runs, changes))).toList();
  }

  private static List<RunChange> among(List<RunRecord> runs, Collection<RunChange> changes) {
    Set<String> ids = runs.stream().map(RunRecord::id).collect(Collectors.toSet());
    return changes.stream().filter(change -> ids.contains(change.to())).toList();
  }

  /** Scenario and profile. */
  public String label() {
    return runs.getFirst().label();
  }

  /** What its runs are judged by, as the newest one has it, and then what only older ones had. */
  public List<String> subjects() {
    return runs.reversed().stream()
        .flatMap(run -> run.objectives().stream())
        .map(ObjectiveRecord::subject)
        .distinct()
        .toList();
  }

  /** How a run was judged by one of its subjects. */
  public static Optional<ObjectiveRecord> objective(RunRecord run, String subject) {
    return run.objectives().stream().filter(slo -> slo.subject().equals(subject)).findFirst();
  }

  /** The newest judgement by one of its subjects. */
  public ObjectiveRecord newest(String subject) {
    return runs.reversed().stream()
        .flatMap(run -> objective(run, subject).stream())
        .findFirst()
        .orElseThrow();
  }

  /** The run of an id. */
  public RunRecord run(String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
  }
}
