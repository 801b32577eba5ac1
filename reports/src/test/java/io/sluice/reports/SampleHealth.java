package io.sluice.reports;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;
import java.util.SplittableRandom;

/** How the generator of the sample run was: two loops, and a quota that runs out once. */
final class SampleHealth {
  private static final long SECOND = 1_000_000_000L;

  private SampleHealth() {}

  /** Fills a second of the run. */
  static void second(
      Interval interval,
      SeriesCatalog catalog,
      int second,
      long users,
      int iterations,
      boolean bad,
      SplittableRandom random) {
    List<Interval> cells = List.of(new Interval(catalog), new Interval(catalog));
    for (int i = 0; i < 20; i++) {
      Health loop = cells.get(i % 2).health();
      loop.lag().recordValue(40 + random.nextInt(300));
      loop.loopDelay().recordValue(60 + random.nextInt(900));
      loop.connectionWait().recordValue(5 + random.nextInt(20));
      loop.receiveUncertainty().recordValue(12 + i);
    }
    long busy = SECOND / 2 + random.nextInt(200_000_000);
    for (int c = 0; c < cells.size(); c++) {
      Health loop = cells.get(c).health();
      loop.longestTurn().recordValue(700 + 40 * second + c);
      loop.set(Counter.LOOP_NANOS, SECOND);
      loop.set(Counter.BUSY_NANOS, c == 0 ? busy * 2 / 3 : busy - busy * 2 / 3);
      loop.set(Counter.USERS, users / 2);
      loop.set(Counter.PLANNED_USERS, users / 2);
      loop.set(Counter.CONNECTIONS, users / 2);
      int share = c == 0 ? iterations - iterations / 2 : iterations / 2;
      loop.set(Counter.PLANNED, share);
      loop.set(Counter.OFFERED, share);
      loop.set(Counter.ITERATIONS, share);
      loop.set(Counter.BYTES_NOT_TAKEN, bad ? 1_400 : 0);
      if (second == 0) {
        loop.connect().recordValueWithCount(1_800, 40);
        loop.set(Counter.CONNECTS, 40);
      }
      interval.addCell(c, cells.get(c));
    }
    process(interval.health(), users, bad);
  }

  private static void process(Health health, long users, boolean bad) {
    health.set(Counter.CPU_NANOS, SECOND * 7 / 10);
    health.set(Counter.CPU_AVAILABLE_NANOS, 4 * SECOND);
    health.set(Counter.GC_NANOS, 1_500_000);
    health.set(Counter.STEAL_NANOS, 10_000_000);
    health.set(Counter.PRESSURE_NANOS, 21_000_000);
    health.set(Counter.THROTTLED, bad ? 3 : 0);
    health.set(Counter.THROTTLED_NANOS, bad ? 150_000_000 : 0);
    health.set(Counter.DESCRIPTORS, 60 + users);
    health.set(Counter.DESCRIPTORS_MAX, 1_048_576);
    health.set(Counter.PORTS_MAX, 56_464);
    health.processDelay().recordValue(bad ? 9_000 : 70);
  }
}
