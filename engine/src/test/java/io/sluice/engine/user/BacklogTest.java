package io.sluice.engine.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {
  @Test
  void isAQueueHoweverLongItGrows() {
    Backlog backlog = new Backlog();
    ArrayDeque<Long> model = new ArrayDeque<>();
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      boolean growing = i / 2_000 % 2 == 0;
      if (model.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
        long instant = random.nextLong();
        backlog.addLast(instant);
        model.addLast(instant);
      } else {
        assertEquals(model.getFirst(), backlog.first());
        assertEquals(model.removeFirst(), backlog.removeFirst());
      }
      assertEquals(model.isEmpty(), backlog.isEmpty());
    }
  }
}
