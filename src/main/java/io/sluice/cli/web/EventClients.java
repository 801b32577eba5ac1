package io.sluice.cli.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** All who listen to events of one server: at most {@value #MOST}. Thread-safe. */
final class EventClients {
  private static final int MOST = 64;

  /** Begins an answer. */
  interface Beginning {
    OutputStream begin() throws IOException;
  }

  private final Semaphore room = new Semaphore(MOST);
  private final Set<EventClient> present = ConcurrentHashMap.newKeySet();
  private final Duration heartbeat;

  EventClients(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** Takes a place, which {@link #serve} gives back. */
  boolean mayEnter() {
    return room.tryAcquire();
  }

  /** Writes a feed's events until the client is gone; called on the client's own thread. */
  void serve(EventFeed feed, String lastEventId, Beginning answer) throws IOException {
    EventClient client = new EventClient(heartbeat);
    present.add(client);
    try {
      List<Event> first = feed.join(client, lastEventId);
      client.write(first, answer.begin());
    } finally {
      client.left();
      present.remove(client);
      room.release();
      feed.leave(client);
    }
  }

  /** Lets all go, and waits a moment for those that still have something to read. */
  void end(Duration patience) {
    List<EventClient> all = List.copyOf(present);
    all.forEach(EventClient::end);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (EventClient client : all) {
        client.awaitLeft(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
