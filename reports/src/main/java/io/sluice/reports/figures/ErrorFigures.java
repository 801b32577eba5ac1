package io.sluice.reports.figures;

import io.sluice.model.run.ErrorKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A kind of failure and how often it was seen in the whole run.
 *
 * @param kind the request, its outcome and a detail
 * @param count more than 0
 */
public record ErrorFigures(ErrorKey kind, long count) {
  /** The most frequent first; equal counts in the order of their request, outcome and detail. */
  public static List<ErrorFigures> of(Map<ErrorKey, Long> errors) {
    return errors.entrySet().stream()
        .map(entry -> new ErrorFigures(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ErrorFigures::count)
                .reversed()
                .thenComparing(error -> error.kind().request())
                .thenComparing(error -> error.kind().outcome())
                .thenComparing(error -> error.kind().detail()))
        .toList();
  }
}
