package io.sluice.engine.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private final List<VirtualUser> users = new ArrayList<>();

  DueQueueTest() {
    CellScripts scripts = Cells.scripts(Cells.idle().build());
    Population population = Population.of(scripts, 0, io.sluice.engine.pace.Shard.WHOLE);
    for (int i = 0; i < 300; i++) {
      users.add(population.addUser(i));
    }
  }

  @Test
  void givesUsersInTheOrderInWhichTheyAreDue() {
    Random random = new Random(11);
    DueQueue queue = new DueQueue();
    PriorityQueue<Long> expected = new PriorityQueue<>();
    Map<VirtualUser, Long> due = new HashMap<>();
    List<VirtualUser> idle = new ArrayList<>(users);
    for (int step = 0; step < 50_000; step++) {
      assertEquals(expected.isEmpty() ? DueQueue.NOBODY : expected.peek(), queue.nextDue());
      assertEquals(expected.size(), queue.size());
      if (!idle.isEmpty() && random.nextInt(step / 500 % 2 == 0 ? 3 : 2) > 0) {
        VirtualUser user = idle.removeLast();
        long at = random.nextLong(-50, 1000);
        queue.add(user, at);
        expected.add(at);
        due.put(user, at);
      } else if (!expected.isEmpty()) {
        long first = expected.remove();
        assertNull(queue.pollDue(first - 1), "not due yet");
        VirtualUser user = queue.pollDue(first);
        assertNotNull(user);
        assertEquals(first, due.remove(user));
        idle.add(user);
      }
    }
  }

  @Test
  void givesAllOutAndIsEmptyThen() {
    DueQueue queue = new DueQueue();
    users.forEach(user -> queue.add(user, 1000 - user.number));
    List<VirtualUser> taken = new ArrayList<>();
    queue.drainTo(
        user -> {
          taken.add(user);
          if (user.number % 2 == 0) {
            queue.add(user, user.number); // comes back while the others go
          }
        });
    assertEquals(users.size(), taken.stream().distinct().count());
    assertEquals(150, queue.size());
    assertEquals(0, queue.nextDue());
    assertNull(new DueQueue().pollDue(Long.MAX_VALUE));
  }
}
