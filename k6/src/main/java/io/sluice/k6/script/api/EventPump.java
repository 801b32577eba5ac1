package io.sluice.k6.script.api;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/**
 * The event loop of a user: its timers, its unfinished requests, and the turns in which its script
 * reacts to them.
 */
public final class EventPump {
  private final UserState user;
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final Map<Integer, Timer> byId = new HashMap<>();
  private int lastId;
  private int unfinished;

  /** A loop with nothing to do. */
  public EventPump(UserState user) {
    this.user = user;
  }

  /** Something will post an event; the iteration is not over before. */
  public void begin() {
    unfinished++;
  }

  /** What was begun is finished. */
  public void end() {
    unfinished--;
  }

  /** Runs events and timers until there are none. */
  public void drain() {
    while (unfinished > 0 || !timers.isEmpty()) {
      turn();
    }
  }

  /** Waits for the next event or timer, and runs it. */
  public void turn() {
    var next = timers.peek();
    long now = System.nanoTime();
    if (next != null && next.due - now <= 0) {
      fire(timers.remove());
      return;
    }
    var loop = user.loop();
    user.waiting();
    Runnable event;
    try {
      event = loop.take(next == null ? Long.MAX_VALUE : next.due);
    } finally {
      user.waiting();
    }
    if (event != null) {
      event.run();
    } else if (next != null) {
      timers.remove(next);
      fire(next);
    }
  }

  /** Forgets all that was to come: the iteration ended with an error. */
  public void clear() {
    timers.clear();
    byId.clear();
    unfinished = 0;
  }

  private void fire(Timer timer) {
    if (timer.every >= 0) {
      timer.due = System.nanoTime() + Math.max(timer.every, 1);
      timers.add(timer);
    } else {
      byId.remove(timer.id);
    }
    timer.callback.executeVoid();
  }

  /**
   * Sets a timer.
   *
   * @param millis until it fires, and between firings
   * @return its number
   */
  @HostAccess.Export
  public int set(Value callback, double millis, boolean repeats) {
    long nanos = (long) (Math.max(millis, 0) * 1e6);
    var timer = new Timer(++lastId, callback, repeats ? nanos : -1, System.nanoTime() + nanos);
    timers.add(timer);
    byId.put(timer.id, timer);
    return timer.id;
  }

  /** Drops a timer; an unknown number is nothing. */
  @HostAccess.Export
  public void clear(int id) {
    var timer = byId.remove(id);
    if (timer != null) {
      timers.remove(timer);
    }
  }

  private static final class Timer implements Comparable<Timer> {
    final int id;
    final Value callback;

    /** Nanoseconds between firings, -1 for one firing. */
    final long every;

    long due;

    Timer(int id, Value callback, long every, long due) {
      this.id = id;
      this.callback = callback;
      this.every = every;
      this.due = due;
    }

    @Override
    public int compareTo(Timer other) {
      int byTime = Long.compare(due - other.due, 0);
      return byTime != 0 ? byTime : Integer.compare(id, other.id);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }
}
