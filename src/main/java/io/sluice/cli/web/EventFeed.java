package io.sluice.cli.web;

import java.util.List;

/** Has events for clients that come and go. Called by each client's own thread. */
public interface EventFeed {
  /**
   * A client has come: from now on it may be sent events.
   *
   * @param lastEventId the last that it has of an earlier connection, or empty
   * @return what it is to have before them
   */
  List<Event> join(EventClient client, String lastEventId);

  /** A client has left; also called where {@link #join} threw. */
  void leave(EventClient client);
}
