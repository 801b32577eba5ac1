package io.sluice.gate.compare;

import io.sluice.gate.stats.Decimals;
import io.sluice.model.plan.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two arms, all of their requests and each that both have. Immutable. */
public final class Comparer {
  /** How many times finer than Holm's smallest level a p-value must be told. */
  private static final int FINENESS = 4;

  private final Criteria criteria;

  /** A comparer by criteria. */
  public Comparer(Criteria criteria) {
    this.criteria = criteria;
  }

  /** Compares arms of one run, which were measured in the same seconds. */
  public Comparison simultaneous(Arm a, Arm b) {
    Stretch common = Stretch.of(a).intersect(Stretch.of(b));
    return compare(Design.SIMULTANEOUS, a, common, b, common);
  }

  /** Compares arms of two runs, one after the other. */
  public Comparison sequential(Arm a, Arm b) {
    return compare(Design.SEQUENTIAL, a, Stretch.of(a), b, Stretch.of(b));
  }

  private Comparison compare(Design design, Arm a, Stretch ofA, Arm b, Stretch ofB) {
    long length = Math.min(ofA.length(), ofB.length());
    Frame frameA = Frame.of(ofA, length);
    if (frameA.slices() == 0) {
      throw new IllegalArgumentException(
          "%s and %s have less than a second of measured windows in common"
              .formatted(a.name(), b.name()));
    }
    ArmSlices slicesA = ArmReader.read(a, frameA);
    ArmSlices slicesB = ArmReader.read(b, Frame.of(ofB, length));
    List<String> names =
        slicesA.byRequest().keySet().stream().filter(slicesB.byRequest()::containsKey).toList();
    List<Metric> metrics = metrics(a, b);
    MetricComparer comparer =
        new MetricComparer(criteria, frameA, draws((names.size() + 1) * metrics.size()));
    List<RequestComparison> compared = new ArrayList<>();
    compared.add(compare("", metrics, comparer, slicesA.total(), slicesB.total()));
    for (String name : names) {
      compared.add(compare(name, metrics, comparer, slicesA.of(name), slicesB.of(name)));
    }
    Set<String> unpaired = new LinkedHashSet<>(slicesA.byRequest().keySet());
    unpaired.addAll(slicesB.byRequest().keySet());
    names.forEach(unpaired::remove);
    return new Judge(design, criteria, a, b, frameA.seconds()).judge(compared, unpaired);
  }

  /** Throughput tells something of the target only where users wait for it. */
  private List<Metric> metrics(Arm a, Arm b) {
    boolean closed =
        Stream.of(a, b)
            .flatMap(arm -> arm.run().plan().phases().stream())
            .map(Phase::arrivals)
            .noneMatch(arrivals -> arrivals.open());
    List<Metric> metrics = new ArrayList<>(criteria.times());
    metrics.add(new Metric.ErrorRate());
    if (closed) {
      metrics.add(new Metric.Throughput());
    }
    return metrics;
  }

  private int draws(int family) {
    double smallest = Decimals.complement(criteria.confidence()) / family;
    return Math.max(LabelSwap.DRAWS, (int) Math.ceil(FINENESS / smallest) - 1);
  }

  private static RequestComparison compare(
      String name, List<Metric> metrics, MetricComparer comparer, Slice[] a, Slice[] b) {
    PairedTimes times = PairedTimes.of(0.5, a, b);
    double seconds = comparer.sliceSeconds();
    List<MetricComparison> compared =
        metrics.stream()
            .map(
                metric ->
                    comparer.compare(
                        metric,
                        switch (metric) {
                          case Metric.Quantile quantile -> times.at(quantile.q());
                          case Metric.Mean _ -> PairedRatio.means(a, b);
                          case Metric.ErrorRate _ -> PairedRatio.errors(a, b);
                          case Metric.Throughput _ -> PairedRatio.throughput(a, b, seconds);
                        }))
            .toList();
    return new RequestComparison(name, finished(a), finished(b), times.superiority(), compared);
  }

  private static long finished(Slice[] slices) {
    return Arrays.stream(slices).mapToLong(Slice::finished).sum();
  }
}
