package io.sluice.gate;

import io.sluice.model.plan.Units;
import java.time.Duration;
import java.util.List;

/** Writes the verdict's sentence. */
final class Summary {
  private Summary() {}

  /**
   * The sentence.
   *
   * @param results of the objectives that can fail the run
   * @param how such as {@code with 95% confidence}
   * @param requests finished in measured windows
   * @param nanos of measured windows that were reached
   */
  static String of(
      Status status, List<ObjectiveResult> results, String how, long requests, long nanos) {
    String seen =
        "%s in %s"
            .formatted(Question.count(requests, "request"), Units.format(Duration.ofNanos(nanos)));
    List<ObjectiveResult> told = results.stream().filter(r -> r.status() == status).toList();
    ObjectiveResult first = told.getFirst();
    int others = told.size() - 1;
    String more = others == 0 ? "" : " (and %d more of %d)".formatted(others, results.size());
    return switch (status) {
      case PASS ->
          results.size() == 1
              ? "%s holds %s (%s).".formatted(first.objective(), how, seen)
              : "All %d objectives hold %s (%s).".formatted(results.size(), how, seen);
      case FAIL -> "%s does not hold%s: %s.".formatted(first.objective(), more, first.reason());
      case INCONCLUSIVE ->
          "%s is not settled%s: %s.".formatted(first.objective(), more, first.reason());
    };
  }
}
