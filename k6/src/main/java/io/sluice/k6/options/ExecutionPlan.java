package io.sluice.k6.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many users all scenarios need together, and for how long at most.
 *
 * @param maxVus the most users at one time
 * @param maxDurationNanos the end of the last scenario with its graceful stop, in nanoseconds
 */
public record ExecutionPlan(long maxVus, long maxDurationNanos) {
  private record Change(long offsetNanos, int scenario, long planned, long unplanned) {}

  /** The plan of scenarios that share users. */
  public static ExecutionPlan of(List<ScenarioOptions> scenarios) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      long start = scenarios.get(i).common().startTimeNanos();
      for (VuStep step : scenarios.get(i).requirements()) {
        changes.add(new Change(start + step.offsetNanos(), i, step.planned(), step.unplanned()));
      }
    }
    changes.sort(Comparator.comparingLong(Change::offsetNanos).thenComparingInt(Change::scenario));
    long[] current = new long[scenarios.size()];
    long sum = 0;
    long most = 0;
    long end = 0;
    for (Change change : changes) {
      long vus = change.planned() + change.unplanned();
      sum += vus - current[change.scenario()];
      current[change.scenario()] = vus;
      most = Math.max(most, sum);
      end = Math.max(end, change.offsetNanos());
    }
    return new ExecutionPlan(most, end);
  }
}
