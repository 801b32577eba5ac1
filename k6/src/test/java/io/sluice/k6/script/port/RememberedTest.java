package io.sluice.k6.script.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final AtomicInteger made = new AtomicInteger();

  private StringBuilder thing() {
    made.incrementAndGet();
    return new StringBuilder();
  }

  @Test
  void aThingIsMadeOnceForAllWhoShareIt() {
    Remembered shared = new Remembered();
    StringBuilder first = shared.of(StringBuilder.class, this::thing);
    assertSame(first, shared.of(StringBuilder.class, this::thing));
    assertEquals(1, made.get());
    assertNotSame(first, new Remembered().of(StringBuilder.class, this::thing));
  }
}
