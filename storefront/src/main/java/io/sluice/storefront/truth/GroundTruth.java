package io.sluice.storefront.truth;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts every answer.
 *
 * <ol>
 *   <li>A request is counted once, with the status that is sent, before its first byte leaves: who
 *       has seen an answer finds it counted.
 *   <li>A request whose client is gone before the answer is counted as abandoned and nowhere else;
 *       one that is reset on purpose is counted as reset and nowhere else.
 *   <li>All methods may be called by any thread; a snapshot is consistent in itself.
 * </ol>
 */
public final class GroundTruth {
  private final Map<EndpointStatus, RunningTally> tallies = new HashMap<>();
  private final long[] byProtocol = new long[Protocol.values().length];
  private final RequestLogWriter log = new RequestLogWriter();
  private final Recording recording;
  private long abandoned;
  private long reset;

  public GroundTruth(Recording recording) {
    this.recording = recording;
  }

  /**
   * Counts an answer that is about to be handed to the socket.
   *
   * @param arrivalNanos when the request was fully read
   * @param timeNanos how long it was in the server
   */
  public synchronized void answered(
      EndpointStatus key, Protocol protocol, long arrivalNanos, long timeNanos) {
    RunningTally tally = tallies.get(key);
    if (tally == null) {
      tally = new RunningTally();
      tallies.put(key, tally);
    }
    tally.add(timeNanos);
    byProtocol[protocol.ordinal()]++;
    if (recording == Recording.EACH_REQUEST) {
      log.append(key, protocol, arrivalNanos, timeNanos);
    }
  }

  /** Counts a request whose client left before the answer was due. */
  public synchronized void abandoned() {
    abandoned++;
  }

  /** Counts a request that got a reset connection or stream in the place of an answer. */
  public synchronized void reset() {
    reset++;
  }

  /**
   * Turns an answer into an abandoned request, because the socket refused its bytes. Its row in the
   * log and its share in the maximum stay.
   */
  public synchronized void refused(EndpointStatus key, Protocol protocol, long timeNanos) {
    RunningTally tally = tallies.get(key);
    if (tally == null) {
      throw new IllegalStateException("refused, but never answered: " + key);
    }
    tally.takeBack(timeNanos);
    if (tally.isEmpty()) {
      tallies.remove(key);
    }
    byProtocol[protocol.ordinal()]--;
    abandoned++;
  }

  public synchronized TruthSnapshot snapshot() {
    Map<EndpointStatus, Tally> answers = new HashMap<>();
    tallies.forEach((key, tally) -> answers.put(key, tally.now()));
    Map<Protocol, Long> protocols = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      protocols.put(protocol, byProtocol[protocol.ordinal()]);
    }
    return new TruthSnapshot(answers, protocols, abandoned, reset);
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
