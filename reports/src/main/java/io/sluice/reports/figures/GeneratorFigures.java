package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.util.List;

/**
 * The generator's own state over the whole run.
 *
 * @param all all loops together
 * @param loops each loop, by its number
 * @param process what surrounds them
 * @param connect time to open a connection, TLS handshake included
 * @param retries requests sent again because a kept-alive connection turned out to be closed
 * @param redirectsRefused redirects that led away from the plan's targets
 * @param connects connections that were opened
 */
public record GeneratorFigures(
    LoopFigures all,
    List<LoopFigures> loops,
    ProcessFigures process,
    Distribution connect,
    long retries,
    long redirectsRefused,
    long connects) {
  public GeneratorFigures {
    loops = List.copyOf(loops);
  }

  static GeneratorFigures of(Interval sums, Peaks peaks) {
    Health health = sums.health();
    return new GeneratorFigures(
        LoopFigures.of(health),
        sums.loops().stream().map(LoopFigures::of).toList(),
        ProcessFigures.of(health, peaks),
        Distribution.of(health.connect()),
        health.get(Counter.RETRIES),
        health.get(Counter.REDIRECTS_REFUSED),
        health.get(Counter.CONNECTS));
  }
}
