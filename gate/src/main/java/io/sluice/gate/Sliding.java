package io.sluice.gate;

import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices of a run in the order of time, and every stretch of a length that fits into what is
 * looked at, moved on slice by slice. Not thread-safe.
 */
final class Sliding {
  private final Question question;
  private final List<Slice> slices = new ArrayList<>();

  /** What a slice held: a sum, such as of bad events, and what it is a share of. */
  record Slice(long fromNanos, long toNanos, double part, double whole) {}

  /**
   * A stretch: the slices from {@code first} up to {@code end}.
   *
   * @param excerpt where; open at its end if nothing that is looked at comes after it, so that late
   *     answers count
   */
  record Window(Excerpt excerpt, int first, int end) {}

  /** Slides over what a question looks at, as far as the run went. */
  Sliding(Question question) {
    this.question = question;
  }

  void add(Interval interval, double part, double whole) {
    slices.add(new Slice(interval.fromNanos(), interval.toNanos(), part, whole));
  }

  Slice slice(int number) {
    return slices.get(number);
  }

  /** What is looked at, as far as the run has come. */
  private List<Stretches.Stretch> stretches() {
    return question.scope().stretches().joined(question.endNanos());
  }

  /** How many stretches of the length fit side by side. */
  int disjoint(long length) {
    return (int)
        Math.max(
            1, stretches().stream().mapToLong(s -> (s.toNanos() - s.fromNanos()) / length).sum());
  }

  /** Every stretch of the length. */
  List<Window> windows(long length) {
    List<Window> windows = new ArrayList<>();
    List<Stretches.Stretch> stretches = stretches();
    for (Stretches.Stretch stretch : stretches) {
      boolean last = stretch.equals(stretches.getLast());
      long endAfter = last ? Long.MAX_VALUE : stretch.toNanos();
      long latest = stretch.toNanos() - length;
      long before = -1;
      int first = 0;
      for (Slice slice : slices) {
        long from = Math.min(Math.max(slice.fromNanos(), stretch.fromNanos()), latest);
        if (slice.toNanos() > stretch.fromNanos() && from >= stretch.fromNanos() && from > before) {
          long to = from < latest ? from + length : endAfter;
          Window window = window(new Excerpt(from, to), first);
          windows.add(window);
          first = window.first();
          before = from;
        }
      }
    }
    return windows;
  }

  /** The slices of an excerpt, none of which comes before {@code first}. */
  private Window window(Excerpt excerpt, int first) {
    int from = first;
    while (from < slices.size() && !holds(excerpt, from)) {
      from++;
    }
    int end = from;
    while (end < slices.size() && holds(excerpt, end)) {
      end++;
    }
    return new Window(excerpt, from, end);
  }

  private boolean holds(Excerpt excerpt, int slice) {
    return excerpt.holds(slices.get(slice).fromNanos(), slices.get(slice).toNanos());
  }

  /** The part over the whole of some slices; {@code NaN} if they held nothing. */
  double share(int first, int end) {
    double part = 0;
    double whole = 0;
    for (Slice slice : slices.subList(first, end)) {
      part += slice.part();
      whole += slice.whole();
    }
    return part / whole;
  }
}
