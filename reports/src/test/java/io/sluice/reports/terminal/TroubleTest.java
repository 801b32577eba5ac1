package io.sluice.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TroubleTest {
  private static final long SECOND = 1_000_000_000L;

  private static String of(Consumer<Health> state) {
    Health health = new Health();
    health.set(Counter.CPU_AVAILABLE_NANOS, 2 * SECOND);
    health.set(Counter.LOOP_NANOS, SECOND);
    state.accept(health);
    return Trouble.of(health);
  }

  @Test
  void aHealthyGeneratorIsNotWorthAWord() {
    assertEquals(
        "",
        of(
            health -> {
              health.lag().recordValueWithCount(9_000, 100);
              health.lag().recordValue(900_000); // one in a hundred and one
              health.loopDelay().recordValue(9_000);
              health.processDelay().recordValue(400_000);
              health.set(Counter.THROTTLED_NANOS, 2 * SECOND / 100);
              health.set(Counter.STEAL_NANOS, 2 * SECOND / 100);
              health.set(Counter.BUSY_NANOS, SECOND * 85 / 100);
              health.set(Counter.DESCRIPTORS, 900);
              health.set(Counter.DESCRIPTORS_MAX, 1000);
              health.set(Counter.CONNECTIONS, 50_000); // as many ports as ever
            }));
    assertEquals("", Trouble.of(new Health()));
  }

  @Test
  void eachTroubleHasItsWord() {
    assertEquals("lag p99 45ms", of(h -> h.lag().recordValue(45_000)));
    assertEquals("loop delay p99 11ms", of(h -> h.loopDelay().recordValue(11_000)));
    assertEquals("stood still 2s", of(h -> h.processDelay().recordValue(2_000_000)));
    assertEquals("throttled", of(h -> h.set(Counter.THROTTLED_NANOS, SECOND)));
    assertEquals("steal 12%", of(h -> h.set(Counter.STEAL_NANOS, 24 * SECOND / 100)));
    assertEquals("busy 97%", of(h -> h.set(Counter.BUSY_NANOS, SECOND * 97 / 100)));
    assertEquals("clock jumped", of(h -> h.set(Counter.CLOCK_JUMP_NANOS, 1)));
  }

  @Test
  void whatRunsOutIsNamedBeforeItIsGone() {
    assertEquals(
        "few descriptors, few ports",
        of(
            health -> {
              health.set(Counter.DESCRIPTORS, 901);
              health.set(Counter.DESCRIPTORS_MAX, 1000);
              health.set(Counter.CONNECTIONS, 27_000);
              health.set(Counter.PORTS_MAX, 28_232);
            }));
  }

  @Test
  void theWorstComeFirstAndTheRestIsLeftOut() {
    assertEquals(
        "stood still 2s, lag p99 2s",
        of(
            health -> {
              health.set(Counter.THROTTLED_NANOS, SECOND);
              health.lag().recordValue(2_000_000);
              health.loopDelay().recordValue(2_000_000);
              health.processDelay().recordValue(2_000_000);
            }));
  }
}
