package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.util.EnumMap;
import java.util.Map;

/** The largest value that each counter or gauge had in an interval: gauges do not add up. */
final class Peaks {
  private final Map<Counter, Long> most = new EnumMap<>(Counter.class);

  void add(Health health) {
    for (Counter counter : Counter.values()) {
      most.merge(counter, health.get(counter), Math::max);
    }
  }

  long of(Counter counter) {
    return most.getOrDefault(counter, 0L);
  }
}
