package io.sluice.storefront.shop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions by token; the one that was not used for longest makes room. Any thread may call it. */
final class SessionStore {
  private final Map<String, Session> sessions;

  SessionStore(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("session capacity must be > 0, was " + capacity);
    }
    sessions = new LeastRecentlyUsed(capacity);
  }

  synchronized void put(Session session) {
    sessions.put(session.token(), session);
  }

  synchronized Optional<Session> find(String token) {
    return Optional.ofNullable(sessions.get(token));
  }

  synchronized int size() {
    return sessions.size();
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<String, Session> {
    private static final long serialVersionUID = 1L;
    private final int capacity;

    LeastRecentlyUsed(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
      return size() > capacity;
    }
  }
}
