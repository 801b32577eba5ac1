package io.sluice.reports.figures;

import io.sluice.model.run.ErrorKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A kind of failure and how often it was seen in the whole run.
 *
 * @param kind the request, its outcome and a detail
 * @param count more than 0
 * @param firstSeconds from the start of the run to the interval that saw it first, or {@code NaN}
 * @param lastSeconds to the end of the interval that saw it last, or {@code NaN}
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

  /** Counts alone, the most frequent first; when they were seen is {@code NaN}. */
  public static List<ErrorFigures> of(Map<ErrorKey, Long> counts) {
    return sorted(
        counts.entrySet().stream()
            .map(e -> new ErrorFigures(e.getKey(), e.getValue(), Double.NaN, Double.NaN))
            .toList());
  }
}
