package io.sluice.reports.figures;

import io.sluice.model.run.Health;

/**
 * The load that was planned and the load that was made, over the whole run, in iterations of the
 * journey.
 *
 * @param planned iterations that the plan wanted to start
 * @param offered iterations that started
 * @param dropped arrivals of an open model that found no free user
 * @param iterations iterations that came to their end
 * @param interrupted iterations that the end of the run cut
 * @param maxUsers the most users that were seen in an iteration at the end of a second
 */
public record LoadFigures(
    long planned, long offered, long dropped, long iterations, long interrupted, long maxUsers) {

  static LoadFigures of(Health health, long maxUsers) {
    return new LoadFigures(
        health.get(Health.Counter.PLANNED),
        health.get(Health.Counter.OFFERED),
        health.get(Health.Counter.DROPPED),
        health.get(Health.Counter.ITERATIONS),
        health.get(Health.Counter.INTERRUPTED),
        maxUsers);
  }

  /** Offered over planned; 1 if nothing was planned. */
  public double offeredShare() {
    return planned == 0 ? 1 : (double) offered / planned;
  }
}
