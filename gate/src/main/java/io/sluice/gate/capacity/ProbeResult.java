package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import java.util.List;

/**
 * What was seen of a probe up to one of its checkpoints.
 *
 * @param probe what was to be run
 * @param status of all objectives together
 * @param blame whether the generator kept it from being decided
 * @param shares of the objectives that are shares or quantiles, in the plan's order
 * @param figures what was measured
 * @param reason one sentence
 */
public record ProbeResult(
    Probe probe,
    Status status,
    Blame blame,
    List<BadShare> shares,
    ProbeFigures figures,
    String reason) {
  public ProbeResult {
    shares = List.copyOf(shares);
    if (blame == Blame.GENERATOR && status != Status.INCONCLUSIVE) {
      throw new IllegalArgumentException("what is the generator's fault decides nothing");
    }
  }

  /**
   * Whether more of it is not needed. A generator that is late can still be shown a pass: its
   * lateness only makes the target look worse.
   */
  public boolean settled() {
    return status != Status.INCONCLUSIVE;
  }

  /** Whether it says something about what the target can take. */
  boolean counts() {
    return probe.purpose() != Purpose.RECOVERY && blame == Blame.NOBODY;
  }
}
