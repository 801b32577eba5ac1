package io.sluice.gate.baseline;

import io.sluice.gate.compare.Change;
import java.util.List;

/**
 * Whether a run is worse than earlier ones, by what is stored of them.
 *
 * @param change the judgement of the whole
 * @param sentence it in one sentence
 * @param differences all requests together first
 */
public record StoredComparison(Change change, String sentence, List<StoredDifference> differences) {
  public StoredComparison {
    differences = List.copyOf(differences);
  }

  /**
   * A regression where there is one; harmless where all requests together are, in every metric;
   * else it is not settled.
   */
  static StoredComparison of(List<StoredDifference> differences, int runs) {
    List<StoredDifference> whole =
        differences.stream().filter(difference -> difference.request().isEmpty()).toList();
    String than = runs == 1 ? "the run before" : "the %d runs before".formatted(runs);
    List<StoredDifference> regressions = with(Change.REGRESSION, differences);
    if (!regressions.isEmpty()) {
      String others =
          regressions.size() == 1 ? "" : " (and %d more)".formatted(regressions.size() - 1);
      String sentence =
          "Worse than %s: %s%s.".formatted(than, regressions.getFirst().text(), others);
      return new StoredComparison(Change.REGRESSION, sentence, differences);
    }
    List<StoredDifference> open = with(Change.INCONCLUSIVE, whole);
    if (!open.isEmpty()) {
      return new StoredComparison(
          Change.INCONCLUSIVE,
          "Not settled whether it is worse than %s: %s.".formatted(than, open.getFirst().text()),
          differences);
    }
    List<StoredDifference> better = with(Change.IMPROVED, whole);
    return better.isEmpty()
        ? new StoredComparison(
            Change.NO_REGRESSION,
            "Not worse than %s: all metrics of all requests are within their margins."
                .formatted(than),
            differences)
        : new StoredComparison(
            Change.IMPROVED,
            "Better than %s: %s.".formatted(than, better.getFirst().text()),
            differences);
  }

  private static List<StoredDifference> with(Change change, List<StoredDifference> differences) {
    return differences.stream().filter(difference -> difference.change() == change).toList();
  }
}
