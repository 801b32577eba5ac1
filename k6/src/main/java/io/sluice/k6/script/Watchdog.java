package io.sluice.k6.script;

import io.sluice.k6.script.api.UserState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;

/**
 * Stops users whose script computes for too long without any call that waits, and so holds up their
 * whole cell.
 */
final class Watchdog implements AutoCloseable {
  private static final long GLANCES = 20;

  private final Map<UserState, Watched> users = new ConcurrentHashMap<>();
  private final Duration limit;
  private volatile boolean closed;
  private final Thread thread;

  Watchdog(Duration limit) {
    this.limit = limit;
    thread = Thread.ofPlatform().daemon().name("sluice-script-watchdog").start(this::watch);
  }

  void add(UserState user, Context context) {
    users.put(user, new Watched(context, user.activity()));
  }

  void remove(UserState user) {
    users.remove(user);
  }

  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(Math.max(1, limit.toMillis() / GLANCES));
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      users.forEach((user, watched) -> watched.look(user, now, limit));
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private static final class Watched {
    private final Context context;
    private long activity;
    private long since = System.nanoTime();

    Watched(Context context, long activity) {
      this.context = context;
      this.activity = activity;
    }

    void look(UserState user, long now, Duration limit) {
      long seen = user.activity();
      if (seen != activity || (seen & 1) != 0 || !user.busy()) {
        activity = seen;
        since = now;
      } else if (now - since > limit.toNanos()) {
        since = now;
        try {
          context.interrupt(Duration.ofSeconds(1));
        } catch (TimeoutException | IllegalStateException e) {
          // tried again at the next glance
        }
      }
    }
  }
}
