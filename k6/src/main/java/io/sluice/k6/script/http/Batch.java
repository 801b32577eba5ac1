package io.sluice.k6.script.http;

import io.sluice.k6.script.api.EventPump;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HttpSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several calls under way at once, as many as the options allow in all and to each host. */
final class Batch {
  private final UserState user;
  private final EventPump pump;
  private final HttpSettings limits;
  private final Deque<Flight> waiting = new ArrayDeque<>();
  private final Map<String, Integer> perHost = new HashMap<>();
  private int active;
  private int open;

  Batch(UserState user, EventPump pump) {
    this.user = user;
    this.pump = pump;
    limits = user.http();
  }

  /** Blocks the user until all are answered; other events of the user go on meanwhile. */
  void run(List<Flight> flights) {
    waiting.addAll(flights);
    open = flights.size();
    launch();
    while (open > 0) {
      pump.turn();
    }
  }

  private void launch() {
    for (int tries = waiting.size(); tries > 0 && active < limits.batch(); tries--) {
      Flight flight = waiting.removeFirst();
      Hop hop = flight.first();
      if (hop == null) {
        open--;
      } else if (limits.batchPerHost() > 0 && inUse(hop) >= limits.batchPerHost()) {
        waiting.addLast(flight);
      } else {
        active++;
        String host = hop.target().host();
        perHost.merge(host, 1, Integer::sum);
        fly(user, flight, hop, () -> landed(host));
      }
    }
  }

  private int inUse(Hop hop) {
    return perHost.getOrDefault(hop.target().host(), 0);
  }

  private void landed(String host) {
    active--;
    open--;
    perHost.merge(host, -1, Integer::sum);
    launch();
  }

  /** Takes a call from a hop to its end in the user's events. */
  static void fly(UserState user, Flight flight, @Nullable Hop hop, Runnable landed) {
    var loop = user.loop();
    if (hop == null) {
      loop.post(landed);
      return;
    }
    user.transport()
        .submit(
            hop,
            answer ->
                loop.post(
                    () -> {
                      Hop next = flight.next(answer);
                      if (next == null) {
                        landed.run();
                      } else {
                        fly(user, flight, next, landed);
                      }
                    }));
  }
}
