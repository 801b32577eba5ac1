package io.sluice.reports.figures;

import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RequestSample;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Keeps what failed how often and when, an example of each kind, and the slowest requests. */
final class ErrorRecorder {
  /** How many of the slowest of each request are shown. */
  static final int OF_EACH = 3;

  /** How many of the slowest are shown. */
  static final int SLOWEST = 30;

  private static final Comparator<RequestSample> BY_TIME =
      Comparator.comparingLong(RequestSample::responseNanos);

  private final Map<ErrorKey, ErrorFigures> errors = new LinkedHashMap<>();
  private final Map<ErrorKey, RequestSample> examples = new LinkedHashMap<>();
  private final Map<String, PriorityQueue<RequestSample>> slowest = new LinkedHashMap<>();

  void add(Interval interval) {
    double from = interval.fromNanos() / 1e9;
    double to = interval.toNanos() / 1e9;
    interval.errors().forEach((kind, count) -> add(new ErrorFigures(kind, count, from, to)));
    interval.samples().forEach(this::add);
  }

  private void add(ErrorFigures seen) {
    ErrorKey kind = seen.kind();
    boolean full = errors.size() >= Interval.MAX_ERROR_KINDS && !errors.containsKey(kind);
    ErrorKey counted = full ? new ErrorKey("", kind.outcome(), "other") : kind;
    errors.merge(
        counted,
        new ErrorFigures(counted, seen.count(), seen.firstSeconds(), seen.lastSeconds()),
        ErrorFigures::plus);
  }

  private void add(RequestSample sample) {
    if (sample.failed()) {
      examples.putIfAbsent(sample.error(), sample);
    }
    if (sample.error().outcome() != Outcome.ABORTED) {
      PriorityQueue<RequestSample> known =
          slowest.computeIfAbsent(sample.error().request(), _ -> new PriorityQueue<>(BY_TIME));
      known.add(sample);
      if (known.size() > OF_EACH) {
        known.remove();
      }
    }
  }

  /** The most frequent first. */
  List<ErrorFigures> errors() {
    return ErrorFigures.sorted(errors.values());
  }

  /** The first of each kind of failure that was kept. */
  List<RequestSample> examples() {
    return List.copyOf(examples.values());
  }

  /** The slowest first. */
  List<RequestSample> slowest() {
    return slowest.values().stream()
        .flatMap(PriorityQueue::stream)
        .sorted(BY_TIME.reversed())
        .limit(SLOWEST)
        .toList();
  }
}
