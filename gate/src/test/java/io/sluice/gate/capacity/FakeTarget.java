package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers a search's probes by rules, without load. */
final class FakeTarget {
  private static final double EASY_NANOS = 20e6;

  private final List<Probe> probes = new ArrayList<>();
  private final Function<Probe, ProbeResult> answers;

  FakeTarget(Function<Probe, ProbeResult> answers) {
    this.answers = answers;
  }

  /** Passes up to a rate, is undecided up to another, fails beyond. */
  static FakeTarget of(double passes, double open) {
    return new FakeTarget(probe -> byRate(probe, passes, open));
  }

  static ProbeResult byRate(Probe probe, double passes, double open) {
    Status status =
        probe.rate() <= passes
            ? Status.PASS
            : probe.rate() <= open ? Status.INCONCLUSIVE : Status.FAIL;
    return result(probe, status);
  }

  static ProbeResult result(Probe probe, Status status) {
    return result(probe, status, Blame.NOBODY, EASY_NANOS);
  }

  static ProbeResult spoiled(Probe probe) {
    return result(probe, Status.INCONCLUSIVE, Blame.GENERATOR, EASY_NANOS);
  }

  static ProbeResult slow(Probe probe, double p50Nanos) {
    return result(probe, Status.PASS, Blame.NOBODY, p50Nanos);
  }

  private static ProbeResult result(Probe probe, Status status, Blame blame, double p50) {
    double rate = probe.rate();
    return new ProbeResult(
        probe,
        status,
        blame,
        List.of(),
        new ProbeFigures(30, rate, 2 * rate, 1, rate * 0.04, 0, 0.02, p50, 2 * p50),
        "");
  }

  /** Runs the search to its end. */
  CapacityResult search(SearchSettings settings) {
    CapacitySearch search = new CapacitySearch(settings);
    while (true) {
      switch (search.next()) {
        case Step.Run(Probe probe) -> {
          probes.add(probe);
          if (probes.size() > 200) {
            throw new AssertionError("it does not end: " + probes);
          }
          search.take(answers.apply(probe));
        }
        case Step.Done(CapacityResult result) -> {
          return result;
        }
      }
    }
  }

  List<Probe> probes() {
    return probes;
  }

  List<Double> rates(Purpose purpose) {
    return probes.stream().filter(p -> p.purpose() == purpose).map(Probe::rate).toList();
  }

  long count(Purpose purpose) {
    return rates(purpose).size();
  }
}
