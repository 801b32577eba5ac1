package io.sluice.gate.compare;

import io.sluice.model.plan.Units;
import java.util.ArrayList;
import java.util.List;

/** Writes the judgement's sentence. */
final class ComparisonSentence {
  private final Design design;
  private final Criteria criteria;

  ComparisonSentence(Design design, Criteria criteria) {
    this.design = design;
    this.criteria = criteria;
  }

  private record Told(RequestComparison request, MetricComparison metric) {
    String text() {
      return "%s of %s: %s".formatted(metric.metric().label(), request.label(), metric.reason());
    }
  }

  /**
   * The sentence.
   *
   * @param judged all requests together first
   * @param shortages sentences on load that was not offered
   */
  String of(Change change, List<RequestComparison> judged, List<String> shortages) {
    String confidence = "with " + Units.percent(criteria.confidence()) + " confidence";
    return switch (change) {
      case REGRESSION -> regression(told(judged, Change.REGRESSION), confidence);
      case IMPROVED ->
          "B is better than A: %s, %s; nothing is worse by more than its margin."
              .formatted(told(judged.subList(0, 1), Change.IMPROVED).getFirst().text(), confidence);
      case NO_REGRESSION ->
          "B is not worse than A %s: %s of all requests are within their margins."
              .formatted(
                  confidence,
                  String.join(
                      ", ",
                      judged.getFirst().metrics().stream().map(m -> m.metric().label()).toList()));
      case INCONCLUSIVE -> {
        List<Told> open = told(judged.subList(0, 1), Change.INCONCLUSIVE);
        yield "It is not settled whether B is worse than A: %s"
            .formatted(open.isEmpty() ? shortages.getFirst() : open.getFirst().text() + ".");
      }
    };
  }

  private String regression(List<Told> told, String confidence) {
    String others = told.size() == 1 ? "" : " (and %d more)".formatted(told.size() - 1);
    String caution =
        design == Design.SEQUENTIAL
            ? " The runs were not simultaneous: this is the difference between two runs, which need"
                + " not be B's; repeat both before you act on it."
            : "";
    return "B is worse than A: %s, %s%s.%s"
        .formatted(told.getFirst().text(), confidence, others, caution);
  }

  private static List<Told> told(List<RequestComparison> judged, Change change) {
    List<Told> told = new ArrayList<>();
    for (RequestComparison request : judged) {
      for (MetricComparison metric : request.metrics()) {
        if (metric.change() == change) {
          told.add(new Told(request, metric));
        }
      }
    }
    return told;
  }
}
