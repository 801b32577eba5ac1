package io.sluice.reports.figures;

import io.sluice.model.run.ErrorKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A kind of failure and how often it was seen in the whole run.
 *
 * @param kind the request, its outcome and a detail
 * @param count more than 0
 * @param firstSeconds from the start of the run to the interval that saw it first
 * @param lastSeconds to the end of the interval that saw it last
 */
public record ErrorFigures(ErrorKey kind, long count, double firstSeconds, double lastSeconds) {
  /** This and what was seen later of the same kind. */
  ErrorFigures plus(ErrorFigures later) {
    return new ErrorFigures(kind, count + later.count, firstSeconds, later.lastSeconds);
  }

  /** The most frequent first; equal counts in the order of their request, outcome and detail. */
  static List<ErrorFigures> sorted(Collection<ErrorFigures> errors) {
    return errors.stream()
        .sorted(
            Comparator.comparingLong(ErrorFigures::count)
                .reversed()
                .thenComparing(error -> error.kind().request())
                .thenComparing(error -> error.kind().outcome())
                .thenComparing(error -> error.kind().detail()))
        .toList();
  }
}
