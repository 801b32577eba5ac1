package io.sluice.gate.compare;

import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.Holm;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes one judgement of all compared metrics. A regression counts where its p-value survives
 * Holm's procedure over all of them, so that more requests do not mean more false alarms, and where
 * the generator's own lateness is not most of it. B passes when every metric of all requests
 * together is harmless and no request has a regression.
 */
final class Judge {
  /** A regression of which the generator makes so large a share is not the target's. */
  private static final double GENERATORS_SHARE = 0.5;

  private final Design design;
  private final Criteria criteria;
  private final Arm a;
  private final Arm b;
  private final double seconds;
  private final Generator generatorA;
  private final Generator generatorB;

  Judge(Design design, Criteria criteria, Arm a, Arm b, double seconds) {
    this.design = design;
    this.criteria = criteria;
    this.a = a;
    this.b = b;
    this.seconds = seconds;
    generatorA = Generator.of(a);
    generatorB = design == Design.SIMULTANEOUS ? generatorA : Generator.of(b);
  }

  Comparison judge(List<RequestComparison> compared, Collection<String> unpaired) {
    List<RequestComparison> judged = adjusted(compared);
    RequestComparison total = judged.getFirst();
    List<RequestComparison> requests = judged.subList(1, judged.size());
    List<String> shortages =
        Stream.of(generatorA, generatorB)
            .map(Generator::shortage)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    Change change = overall(total, judged, shortages);
    List<String> notes = new ArrayList<>(shortages);
    notes.addAll(notes(unpaired));
    String sentence = new ComparisonSentence(design, criteria).of(change, judged, shortages);
    return new Comparison(
        change, sentence, design, criteria, a, b, seconds, total, requests, notes);
  }

  private List<RequestComparison> adjusted(List<RequestComparison> compared) {
    double[] p =
        compared.stream()
            .flatMap(request -> request.metrics().stream())
            .filter(MetricComparison::tested)
            .mapToDouble(MetricComparison::p)
            .toArray();
    boolean[] rejected = Holm.rejected(p, Decimals.complement(criteria.confidence()));
    List<RequestComparison> adjusted = new ArrayList<>();
    int at = 0;
    for (RequestComparison request : compared) {
      List<MetricComparison> metrics = new ArrayList<>();
      for (MetricComparison metric : request.metrics()) {
        boolean real = metric.tested() && rejected[at++];
        metrics.add(
            metric.change() == Change.REGRESSION ? weighed(metric, real, p.length) : metric);
      }
      adjusted.add(request.with(metrics));
    }
    return adjusted;
  }

  private MetricComparison weighed(MetricComparison metric, boolean real, int family) {
    if (!real) {
      return metric.as(
          Change.INCONCLUSIVE,
          "%s, but one such difference among %d comparisons may be chance (p = %.2g)"
              .formatted(metric.reason(), family, metric.p()));
    }
    if (metric.metric() instanceof Metric.Quantile quantile && design == Design.SEQUENTIAL) {
      double lag = generatorB.lagAt(quantile.q()) - generatorA.lagAt(quantile.q());
      if (lag > GENERATORS_SHARE * (metric.b() - metric.a())) {
        return metric.as(
            Change.INCONCLUSIVE,
            "%s, but the generator itself was later by %s in %s"
                .formatted(metric.reason(), Units.formatNanos(lag), b.name()));
      }
    }
    return metric;
  }

  private static Change overall(
      RequestComparison total, List<RequestComparison> judged, List<String> shortages) {
    boolean regression =
        judged.stream()
            .flatMap(request -> request.metrics().stream())
            .anyMatch(metric -> metric.change() == Change.REGRESSION);
    if (regression) {
      return Change.REGRESSION;
    }
    boolean harmless = total.metrics().stream().allMatch(metric -> metric.change().harmless());
    if (!harmless || !shortages.isEmpty()) {
      return Change.INCONCLUSIVE;
    }
    return total.metrics().stream().anyMatch(metric -> metric.change() == Change.IMPROVED)
        ? Change.IMPROVED
        : Change.NO_REGRESSION;
  }

  private List<String> notes(Collection<String> unpaired) {
    List<String> notes = new ArrayList<>();
    switch (design) {
      case SIMULTANEOUS -> notes.add("A and B were measured in the same seconds.");
      case SEQUENTIAL ->
          notes.add(
              "The runs were made one after the other: whatever else changed between them (the"
                  + " hour, a warm cache, neighbours) is inside the difference. Simultaneous runs"
                  + " have no such part.");
    }
    for (Arm arm : List.of(a, b)) {
      if (arm.run().end().reason() != RunEnd.Reason.COMPLETED) {
        notes.add("%s did not come to its planned end.".formatted(arm.name()));
      }
    }
    long longer = Math.max(Stretch.of(a).length(), Stretch.of(b).length());
    if (longer >= (seconds + 2) * 1e9 && longer > 1.05e9 * seconds) {
      notes.add(
          "Only the first %s of each are compared: the other one is shorter."
              .formatted(Units.formatNanos(seconds * 1e9)));
    }
    if (!unpaired.isEmpty()) {
      notes.add("Not in both: %s.".formatted(String.join(", ", unpaired)));
    }
    notes.add(
        design == Design.SIMULTANEOUS
            ? "Lag of the generator (p99): %s.".formatted(generatorA.lagText())
            : "Lag of the generator (p99): %s in A, %s in B."
                .formatted(generatorA.lagText(), generatorB.lagText()));
    return notes;
  }
}
