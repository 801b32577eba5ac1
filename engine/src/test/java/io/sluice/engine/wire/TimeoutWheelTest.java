package io.sluice.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeoutWheelTest {
  private static final long TICK = TimeoutWheel.TICK_NANOS;

  private final TimeoutWheel wheel = new TimeoutWheel();

  private static Exchange exchange(Object owner) {
    return new Exchange(owner, 1, 0);
  }

  private List<Object> expiredAt(long now) {
    List<Object> expired = new ArrayList<>();
    wheel.expire(now, exchange -> expired.add(exchange.owner()));
    return expired;
  }

  @Test
  void expiresWithinATickOfTheDeadlineAndNeverBefore() {
    wheel.add(exchange("a"), 25_000_000);
    assertEquals(List.of(), expiredAt(24_999_999));
    assertEquals(List.of(), expiredAt(29_999_999));
    assertEquals(List.of("a"), expiredAt(30_000_000));
    assertEquals(List.of(), expiredAt(40_000_000));
  }

  @Test
  void aDeadlineThatIsPastExpiresAtTheNextTick() {
    assertEquals(List.of(), expiredAt(100 * TICK));
    wheel.add(exchange("late"), 5 * TICK);
    assertEquals(List.of("late"), expiredAt(101 * TICK));
  }

  @Test
  void whatWasRemovedDoesNotExpire() {
    Exchange a = exchange("a");
    Exchange b = exchange("b");
    Exchange c = exchange("c");
    List.of(a, b, c).forEach(each -> wheel.add(each, TICK));
    wheel.remove(b);
    wheel.remove(b);
    assertEquals(Set.of("a", "c"), new HashSet<>(expiredAt(TICK)));
    wheel.add(b, 5 * TICK);
    assertEquals(List.of("b"), expiredAt(5 * TICK));
  }

  @Test
  void anExpiredExchangeMayBeWatchedAgainAtOnce() {
    wheel.add(exchange("again"), TICK);
    int[] times = {0};
    for (long tick = 1; tick <= 3000; tick++) {
      long now = tick * TICK;
      wheel.expire(
          now,
          exchange -> {
            times[0]++;
            wheel.add(exchange, now + 1024 * TICK); // one turn: the same slot
          });
    }
    assertEquals(3, times[0]);
  }

  @Test
  void doesWhatASortedListDoesHoweverLongTheStalls() {
    Random random = new Random(17);
    Map<Exchange, Long> watched = new HashMap<>();
    List<Exchange> idle = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      idle.add(exchange(i));
    }
    long now = 0;
    for (int step = 0; step < 20_000; step++) {
      for (int i = random.nextInt(4); i > 0 && !idle.isEmpty(); i--) {
        Exchange exchange = idle.removeLast();
        long deadline =
            now + random.nextLong(-TICK, random.nextInt(5) == 0 ? 3000 * TICK : 50 * TICK);
        wheel.add(exchange, deadline);
        watched.put(exchange, deadline);
      }
      if (random.nextInt(3) == 0 && !watched.isEmpty()) {
        Exchange exchange = watched.keySet().iterator().next();
        wheel.remove(exchange);
        watched.remove(exchange);
        idle.add(exchange);
      }
      now += random.nextInt(500) == 0 ? random.nextLong(5000 * TICK) : random.nextLong(3 * TICK);
      long time = now;
      wheel.expire(
          now,
          exchange -> {
            long deadline = Objects.requireNonNull(watched.remove(exchange));
            assertTrue(deadline <= time, "expired " + (deadline - time) + " ns too early");
            idle.add(exchange);
          });
      for (Map.Entry<Exchange, Long> left : watched.entrySet()) {
        long late = time - left.getValue();
        assertTrue(late < 2 * TICK, left.getKey().owner() + " is " + late + " ns late");
      }
    }
  }
}
