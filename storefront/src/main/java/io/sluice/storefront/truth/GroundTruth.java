package io.sluice.storefront.truth;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts every request, and keeps a log of them if it is to.
 *
 * <ol>
 *   <li>An answer is counted once, with the status that is sent, before its first byte leaves: who
 *       has seen an answer finds it counted.
 *   <li>A request whose client is gone before the answer is counted as abandoned and nowhere else;
 *       one that is reset on purpose as reset, one whose answer is cut short on purpose as cut.
 *   <li>All methods may be called by any thread; a snapshot is consistent in itself.
 * </ol>
 */
public final class GroundTruth {
  /** The row of a request that is in no log. */
  private static final int NO_ROW = Integer.MAX_VALUE;

  private final Map<EndpointStatus, RunningTally> tallies = new HashMap<>();
  private final long[] byProtocol = new long[Protocol.values().length];
  private final RequestLogWriter log = new RequestLogWriter();
  private final Recording recording;
  private long abandoned;
  private long reset;
  private long cut;

  public GroundTruth(Recording recording) {
    this.recording = recording;
  }

  /** Whether there is a row for each request. */
  public boolean recordsEachRequest() {
    return recording == Recording.EACH_REQUEST;
  }

  /**
   * Counts an answer that is about to be handed to the socket.
   *
   * @param leftNanos now
   * @return its row in the log, if there is a log
   */
  public synchronized int answered(Visit visit, long leftNanos) {
    tallies
        .computeIfAbsent(visit.key(), key -> new RunningTally())
        .add(leftNanos - visit.arrivalNanos());
    byProtocol[visit.protocol().ordinal()]++;
    return row(visit, Outcome.ANSWERED, leftNanos);
  }

  /** Counts an answer that is about to be handed to the socket, but not to its end. */
  public synchronized int cut(Visit visit, Outcome how, long leftNanos) {
    cut++;
    return row(visit, how, leftNanos);
  }

  /** Counts a request that got a reset connection or stream in the place of an answer. */
  public synchronized void reset(Visit visit, long leftNanos) {
    reset++;
    row(visit, Outcome.RESET, leftNanos);
  }

  /** Counts a request whose client left before the answer was due. */
  public synchronized void abandoned(Visit visit, long foundNanos) {
    abandoned++;
    row(visit, Outcome.ABANDONED, foundNanos);
  }

  private int row(Visit visit, Outcome outcome, long leftNanos) {
    return recordsEachRequest() ? log.append(visit, outcome, leftNanos) : NO_ROW;
  }

  /** Notes when the last byte of an answer was taken. */
  public void sent(int row, long nanos) {
    if (row != NO_ROW) {
      log.sent(row, nanos);
    }
  }

  /**
   * Turns an answer into an abandoned request, because the socket refused its bytes. Its share in
   * the maximum stays.
   */
  public synchronized void refused(Visit visit, int row, long leftNanos) {
    RunningTally tally = tallies.get(visit.key());
    if (tally == null) {
      throw new IllegalStateException("refused, but never answered: " + visit);
    }
    tally.takeBack(leftNanos - visit.arrivalNanos());
    if (tally.isEmpty()) {
      tallies.remove(visit.key());
    }
    byProtocol[visit.protocol().ordinal()]--;
    abandoned++;
    if (row != NO_ROW) {
      log.abandoned(row);
    }
  }

  public synchronized TruthSnapshot snapshot() {
    Map<EndpointStatus, Tally> answers = new HashMap<>();
    tallies.forEach((key, tally) -> answers.put(key, tally.now()));
    Map<Protocol, Long> protocols = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      protocols.put(protocol, byProtocol[protocol.ordinal()]);
    }
    return new TruthSnapshot(answers, protocols, abandoned, reset, cut);
  }

  /** The requests one by one so far; empty unless each request is recorded. */
  public RequestLog log() {
    return log.copy();
  }

  /** The figures of now as JSON: see {@link TruthJson}. */
  public String toJson() {
    return TruthJson.of(snapshot(), log());
  }
}
