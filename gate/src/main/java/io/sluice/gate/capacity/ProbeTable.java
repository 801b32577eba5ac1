package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The probes of a search, and what the standing ones say together. A probe stands if it counts and
 * was not repeated since. Rates are per second, {@code NaN} where no probe is so.
 */
final class ProbeTable {
  private static final double SAME = 1e-9;

  private final List<ProbeResult> all = new ArrayList<>();
  private final List<ProbeResult> standing = new ArrayList<>();

  void add(ProbeResult result) {
    all.add(result);
    if (result.counts()) {
      if (result.probe().purpose() == Purpose.REPEAT) {
        standing.removeIf(other -> same(other.probe().rate(), result.probe().rate()));
      }
      standing.add(result);
    }
  }

  /** All probes, in order. */
  List<ProbeResult> all() {
    return List.copyOf(all);
  }

  static boolean same(double rate, double other) {
    return Math.abs(rate - other) <= SAME * other;
  }

  private DoubleStream rates(Status status) {
    return rates(standing.stream().filter(result -> result.status() == status));
  }

  private static DoubleStream rates(Stream<ProbeResult> results) {
    return results.mapToDouble(result -> result.probe().rate());
  }

  double highestPass() {
    return rates(Status.PASS).max().orElse(Double.NaN);
  }

  double lowestFail() {
    return rates(Status.FAIL).min().orElse(Double.NaN);
  }

  /** The lowest rate above that one which did not pass. */
  double lowestOpenAbove(double rate) {
    return rates(standing.stream().filter(result -> result.status() != Status.PASS))
        .filter(other -> other > rate * (1 + SAME))
        .min()
        .orElse(Double.NaN);
  }

  /** The highest rate that was tried and is not known to fail, nor is above one that is. */
  double highestNotFailing() {
    double fail = lowestFail();
    return rates(standing.stream().filter(result -> result.status() != Status.FAIL))
        .filter(rate -> Double.isNaN(fail) || rate < fail)
        .max()
        .orElse(Double.NaN);
  }

  /** The rates that contradict each other: one that fails, and one at or above it that passes. */
  double[] contradiction() {
    double fail = lowestFail();
    double pass = highestPass();
    if (!(pass >= fail * (1 - SAME))) {
      return new double[0];
    }
    return same(pass, fail) ? new double[] {fail} : new double[] {fail, pass};
  }

  /** Requests of one iteration, over all probes; {@code NaN} without iterations. */
  double requestsPerIteration() {
    double requests = 0;
    double iterations = 0;
    for (ProbeResult result : all) {
      if (result.counts()) {
        requests += result.figures().requestsPerSecond() * result.figures().seconds();
        iterations += result.figures().iterationsPerSecond() * result.figures().seconds();
      }
    }
    return requests / iterations;
  }
}
