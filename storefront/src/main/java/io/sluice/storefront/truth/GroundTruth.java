package io.sluice.storefront.truth;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts every answer.
 *
 * <ol>
 *   <li>A request is counted once, with the status that is sent, before its first byte leaves: who
 *       has seen an answer finds it counted.
 *   <li>A request whose client is gone before the answer is counted as abandoned and nowhere else.
 *   <li>All methods may be called by any thread; a snapshot is consistent in itself.
 * </ol>
 */
public final class GroundTruth {
  private final Map<EndpointStatus, Tally> tallies = new HashMap<>();
  private final RequestLogWriter log = new RequestLogWriter();
  private final Recording recording;
  private long abandoned;

  public GroundTruth(Recording recording) {
    this.recording = recording;
  }

  /**
   * Counts an answer that is about to be handed to the socket.
   *
   * @param arrivalNanos when the request was fully read
   * @param timeNanos how long it was in the server
   */
  public synchronized void answered(EndpointStatus key, long arrivalNanos, long timeNanos) {
    tallies.merge(key, Tally.of(timeNanos), Tally::plus);
    if (recording == Recording.EACH_REQUEST) {
      log.append(key, arrivalNanos, timeNanos);
    }
  }

  /** Counts a request whose client left before the answer was due. */
  public synchronized void abandoned() {
    abandoned++;
  }

  /**
   * Turns an answer into an abandoned request, because the socket refused its bytes. Its row in the
   * log and its share in the maximum stay.
   */
  public synchronized void refused(EndpointStatus key, long timeNanos) {
    tallies.merge(key, new Tally(-1, -timeNanos, 0), Tally::plus);
    tallies.computeIfPresent(key, (k, tally) -> tally.count() == 0 ? null : tally);
    abandoned++;
  }

  public synchronized TruthSnapshot snapshot() {
    return new TruthSnapshot(tallies, abandoned);
  }

  /** The answers one by one so far; empty unless each request is recorded. */
  public synchronized RequestLog log() {
    return log.copy();
  }

  /** {@link TruthSnapshot#toJson()} of now. */
  public String toJson() {
    return snapshot().toJson();
  }
}
