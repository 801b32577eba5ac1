package io.sluice.storefront.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SessionStoreTest {
  @Test
  void leastRecentlyUsedMakesRoom() {
    SessionStore store = new SessionStore(2);
    store.put(new Session("a", Customer.ANNA));
    store.put(new Session("b", Customer.BEN));
    assertTrue(store.find("a").isPresent());
    store.put(new Session("c", Customer.CLARA));
    assertTrue(store.find("a").isPresent());
    assertTrue(store.find("b").isEmpty());
    assertTrue(store.find("c").isPresent());
    assertEquals(2, store.size());
  }

  @Test
  void withoutRoomThereIsNoStore() {
    assertEquals(
        "session capacity must be > 0, was 0",
        assertThrows(IllegalArgumentException.class, () -> new SessionStore(0)).getMessage());
  }
}
