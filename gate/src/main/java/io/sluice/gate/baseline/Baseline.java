package io.sluice.gate.baseline;

import io.sluice.gate.compare.Fingerprint;
import io.sluice.model.run.RunResult;
import java.util.List;

/**
 * Runs of the same load that a new run is held against. One run is a run; three tell how much runs
 * differ, and five or ten tell it well.
 *
 * @param fingerprint what they share with each other, and must share with a new run
 * @param runs at least one
 */
public record Baseline(Fingerprint fingerprint, List<BaselineRun> runs) {
  public Baseline {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a baseline must have at least one run");
    }
  }

  /**
   * The baseline of some runs.
   *
   * @throws IllegalArgumentException if they are not comparable with each other; the message is a
   *     sentence
   */
  public static Baseline of(List<RunResult> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a baseline must have at least one run");
    }
    Fingerprint first = Fingerprint.of(runs.getFirst().plan());
    for (RunResult run : runs) {
      String difference = first.difference(Fingerprint.of(run.plan()));
      if (!difference.isEmpty()) {
        throw new IllegalArgumentException("the runs are not comparable: " + difference);
      }
    }
    return new Baseline(first, runs.stream().map(BaselineRun::of).toList());
  }

  /** Whether it knows a request; an empty name stands for all requests. */
  public boolean has(String request) {
    return request.isEmpty() || fingerprint.requests().contains(request);
  }

  /**
   * A quantile of the baseline: the mean of its runs' logarithms, with the standard error of that
   * mean from within the runs.
   *
   * @param request a request's name; empty for all requests
   */
  public QuantileEstimate quantile(String request, double q) {
    double sum = 0;
    double squares = 0;
    for (QuantileEstimate estimate : estimates(request, q)) {
      sum += estimate.log();
      squares += estimate.standardError() * estimate.standardError();
    }
    return new QuantileEstimate(sum / runs.size(), Math.sqrt(squares) / runs.size());
  }

  /**
   * How far a new run's quantile is from the baseline's.
   *
   * @param request a request's name; empty for all requests
   */
  public RelativeChange change(String request, double q, QuantileEstimate now) {
    QuantileEstimate before = quantile(request, q);
    double log = now.log() == before.log() ? 0 : now.log() - before.log();
    double within = Math.hypot(now.standardError(), before.standardError());
    return new RelativeChange(log, within, between(request, q, before.log()), runs.size());
  }

  /** s √(1 + 1 / r); 0 where the runs are too few to tell. */
  private double between(String request, double q, double mean) {
    int r = runs.size();
    if (r < RelativeChange.RUNS_TO_KNOW_SPREAD) {
      return 0;
    }
    double squares = 0;
    for (QuantileEstimate estimate : estimates(request, q)) {
      squares += Math.pow(estimate.log() - mean, 2);
    }
    return Math.sqrt(squares / (r - 1) * (1 + 1.0 / r));
  }

  private List<QuantileEstimate> estimates(String request, double q) {
    return runs.stream().map(run -> run.series(request).quantile(q)).toList();
  }
}
