package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.RunResult;
import java.util.List;

/**
 * Turns the run of a probe and its verdict into a {@link ProbeResult}: the only place that knows
 * both. The status is the verdict's, with two exceptions, both of INCONCLUSIVE:
 *
 * <ul>
 *   <li>Arrivals that were dropped while the users waited for the target are requests that it
 *       failed: if the objectives fail with them, the probe does.
 *   <li>Load that the generator did not make, or made so late that it may be to blame, is the
 *       generator's fault.
 * </ul>
 */
public final class ProbeJudge {
  private static final double TAIL = 0.025;

  private ProbeJudge() {}

  /** The result of a probe. */
  public static ProbeResult of(Probe probe, RunResult run, Verdict verdict) {
    ProbeMeter meter = new ProbeMeter(run);
    List<BadCounter> counters = BadCounter.of(run);
    run.intervals()
        .replay(
            interval -> {
              meter.take(interval);
              counters.forEach(counter -> counter.take(interval));
            });
    List<BadShare> shares = shares(counters, verdict, 0);
    ProbeFigures figures = meter.figures();
    if (verdict.status() != Status.INCONCLUSIVE) {
      return new ProbeResult(
          probe, verdict.status(), Blame.NOBODY, shares, figures, verdict.sentence());
    }
    if (meter.dropped() > 0 && meter.waitedForTarget()) {
      long missing = meter.requestsOf(meter.dropped());
      List<BadShare> withDropped = shares(counters, verdict, missing);
      Status status = fails(withDropped) ? Status.FAIL : Status.INCONCLUSIVE;
      String reason =
          "%,d arrivals were dropped while all users waited for the target"
              .formatted(meter.dropped());
      return new ProbeResult(probe, status, Blame.NOBODY, withDropped, figures, reason);
    }
    boolean generators = meter.shortOfLoad() || namesGenerator(verdict);
    Blame blame = generators ? Blame.GENERATOR : Blame.NOBODY;
    return new ProbeResult(probe, Status.INCONCLUSIVE, blame, shares, figures, verdict.sentence());
  }

  private static boolean fails(List<BadShare> shares) {
    return shares.stream().anyMatch(share -> share.test(TAIL / shares.size()).provenBad());
  }

  /** The gate's reasons name the generator where they put a doubt down to it, and only there. */
  private static boolean namesGenerator(Verdict verdict) {
    return verdict.objectives().stream()
        .filter(result -> result.status() == Status.INCONCLUSIVE)
        .anyMatch(result -> result.reason().contains("the generator"));
  }

  private static List<BadShare> shares(List<BadCounter> counters, Verdict verdict, long missing) {
    return counters.stream()
        .map(counter -> counter.share(missing, worth(verdict, counter.objective())))
        .toList();
  }

  /** Effective samples per sample; 0 if the gate could not tell. */
  private static double worth(Verdict verdict, Objective objective) {
    return verdict.objectives().stream()
        .filter(result -> result.objective().equals(objective) && result.samples() > 0)
        .mapToDouble(result -> result.effectiveSamples() / result.samples())
        .filter(Double::isFinite)
        .findFirst()
        .orElse(0);
  }
}
