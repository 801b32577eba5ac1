package io.sluice.gate;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The stretches of a run that some of its windows cover.
 *
 * @param list in the order of their starts; those of several phases may overlap
 */
record Stretches(List<Stretch> list) {
  /** A window of a phase, in nanoseconds from the start of the run. */
  record Stretch(String phase, long fromNanos, long toNanos) {
    /** Whether it covers a whole slice of the run. */
    boolean covers(long from, long to) {
      return from >= fromNanos && to <= toNanos;
    }
  }

  Stretches {
    list = list.stream().sorted(Comparator.comparingLong(Stretch::fromNanos)).toList();
  }

  /** The stretches of the windows whose number is accepted; drain windows have none. */
  static Stretches of(LoadPlan plan, SeriesCatalog catalog, IntPredicate windows) {
    List<Stretch> list = new ArrayList<>();
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      for (int w = 0; w < phase.windows().size(); w++) {
        if (windows.test(catalog.firstWindow(p) + w)) {
          Window window = phase.windows().get(w);
          list.add(
              new Stretch(
                  phase.name(),
                  phase.start().plus(window.from()).toNanos(),
                  phase.start().plus(window.to()).toNanos()));
        }
      }
    }
    return new Stretches(list);
  }

  /** The measured windows of all phases. */
  static Stretches measured(LoadPlan plan, SeriesCatalog catalog) {
    return of(plan, catalog, w -> catalog.windows().get(w).measured());
  }

  /** Whether a whole slice of the run is covered by one of them. */
  boolean cover(long from, long to) {
    return list.stream().anyMatch(stretch -> stretch.covers(from, to));
  }

  /** Whether some of the time between lies in one of them. */
  boolean overlap(long from, long to) {
    return list.stream().anyMatch(s -> to > s.fromNanos() && from < s.toNanos());
  }

  /** Where the first of them starts; 0 without any. */
  long startNanos() {
    return list.stream().mapToLong(Stretch::fromNanos).min().orElse(0);
  }

  /** Where the last of them ends; 0 without any. */
  long endNanos() {
    return list.stream().mapToLong(Stretch::toNanos).max().orElse(0);
  }

  /** How much of the run up to {@code end} they cover, in nanoseconds; overlaps count once. */
  long reachedNanos(long end) {
    long sum = 0;
    long at = 0;
    for (Stretch stretch : list) {
      long from = Math.max(at, stretch.fromNanos());
      long to = Math.min(end, stretch.toNanos());
      if (to > from) {
        sum += to - from;
        at = to;
      }
    }
    return sum;
  }

  /** What of them lies in a part of the run. */
  Stretches within(Excerpt excerpt) {
    List<Stretch> inside = new ArrayList<>();
    for (Stretch stretch : list) {
      long from = Math.max(stretch.fromNanos(), excerpt.fromNanos());
      long to = Math.min(stretch.toNanos(), excerpt.toNanos());
      if (from < to) {
        inside.add(new Stretch(stretch.phase(), from, to));
      }
    }
    return new Stretches(inside);
  }

  /** Up to {@code end}, and those that touch or overlap as one; their phases no longer matter. */
  List<Stretch> joined(long end) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch stretch : within(new Excerpt(0, end)).list()) {
      boolean touches = !joined.isEmpty() && stretch.fromNanos() <= joined.getLast().toNanos();
      if (touches) {
        Stretch last = joined.removeLast();
        joined.add(
            new Stretch(
                last.phase(), last.fromNanos(), Math.max(last.toNanos(), stretch.toNanos())));
      } else {
        joined.add(stretch);
      }
    }
    return joined;
  }
}
