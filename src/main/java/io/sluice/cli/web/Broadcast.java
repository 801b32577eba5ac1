package io.sluice.cli.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends every event to all who listen. Thread-safe.
 *
 * <ol>
 *   <li>A client gets what it missed, and then each event that is published later, once and in
 *       order.
 *   <li>{@link #publish} waits for other callers only, never for a client.
 * </ol>
 */
public final class Broadcast implements EventFeed {
  private final Function<String, List<Event>> missed;
  private final Set<EventClient> clients = new HashSet<>();
  private final Lock lock = new ReentrantLock();

  /**
   * A broadcast.
   *
   * @param missed what a client is to have first, by the last event that it has (empty if it is
   *     new); must be quick, for nothing is published meanwhile
   */
  public Broadcast(Function<String, List<Event>> missed) {
    this.missed = missed;
  }

  /**
   * Sends an event to all.
   *
   * @param change makes the event and changes what {@code missed} looks at: no client can come in
   *     between
   */
  public void publish(Supplier<Event> change) {
    lock.lock();
    try {
      Event event = change.get();
      clients.forEach(client -> client.send(event));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Event> join(EventClient client, String lastEventId) {
    lock.lock();
    try {
      List<Event> first = List.copyOf(missed.apply(lastEventId));
      clients.add(client);
      return first;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leave(EventClient client) {
    lock.lock();
    try {
      clients.remove(client);
    } finally {
      lock.unlock();
    }
  }

  /** How many listen. */
  public int clients() {
    lock.lock();
    try {
      return clients.size();
    } finally {
      lock.unlock();
    }
  }
}
