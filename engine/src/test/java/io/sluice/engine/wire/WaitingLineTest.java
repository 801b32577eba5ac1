package io.sluice.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
  private final WaitingLine line = new WaitingLine();

  private static Exchange exchange() {
    return new Exchange("user", 1, 0);
  }

  @Test
  void servesInOrder() {
    Exchange a = exchange();
    Exchange b = exchange();
    Exchange urgent = exchange();
    line.add(a);
    line.add(b);
    line.addFirst(urgent);
    assertEquals(3, line.size());
    assertSame(urgent, line.takeFirst());
    assertSame(a, line.takeFirst());
    assertSame(b, line.takeFirst());
    assertTrue(line.isEmpty());
    assertThrows(IllegalStateException.class, line::takeFirst);
  }

  @Test
  void nobodyWaitsTwice() {
    Exchange a = exchange();
    line.add(a);
    assertThrows(IllegalStateException.class, () -> line.add(a));
    assertTrue(line.remove(a));
    assertFalse(line.remove(a));
    line.add(a);
    assertSame(a, line.takeFirst());
  }

  @Test
  void doesWhatAListDoes() {
    Random random = new Random(3);
    List<Exchange> model = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int what = random.nextInt(4);
      if (what == 0 && !model.isEmpty()) {
        assertSame(model.removeFirst(), line.takeFirst());
      } else if (what == 1 && !model.isEmpty()) {
        assertTrue(line.remove(model.remove(random.nextInt(model.size()))));
      } else if (what == 2) {
        model.addFirst(exchange());
        line.addFirst(model.getFirst());
      } else {
        model.addLast(exchange());
        line.add(model.getLast());
      }
      assertEquals(model.size(), line.size());
      assertEquals(model.isEmpty(), line.isEmpty());
    }
  }
}
