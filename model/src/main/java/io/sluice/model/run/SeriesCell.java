package io.sluice.model.run;

import org.HdrHistogram.Histogram;

/**
 * What an interval saw of one series: counts, bytes and times in microseconds. Not thread-safe; its
 * cell writes it, then it is handed on.
 */
public final class SeriesCell {
  private final long[] outcomes = new long[Outcome.COUNT];
  private long started;
  private long redirects;
  private long bytesSent;
  private long bytesReceived;
  private final StatusCounts statuses = new StatusCounts();
  private final Histogram okResponse = Times.fresh();
  private final Histogram failedResponse = Times.fresh();
  private final Histogram abortedAge = Times.fresh();
  private final Histogram service = Times.fresh();
  private final Histogram firstByte = Times.fresh();

  /** Counts a request that was released. */
  public void start() {
    started++;
  }

  /**
   * Records how an exchange ended.
   *
   * @param late whether it is {@code CHECK_FAILED} for nothing but a limit on its time: then its
   *     response time is as good as one of {@code OK}, and is recorded among them
   * @param status 0 if no status line came
   * @param responseNanos done - intended; for {@code ABORTED} its age
   * @param serviceNanos done - written, or negative if nothing was written
   * @param firstByteNanos firstByte - written, or negative if nothing came
   */
  public void finish(
      Outcome outcome,
      boolean late,
      int status,
      long responseNanos,
      long serviceNanos,
      long firstByteNanos) {
    outcomes[outcome.ordinal()]++;
    if (status > 0) {
      statuses.increment(status);
    }
    Histogram response =
        outcome == Outcome.OK || late
            ? okResponse
            : outcome == Outcome.ABORTED ? abortedAge : failedResponse;
    Times.record(response, responseNanos);
    if (outcome != Outcome.ABORTED && serviceNanos >= 0) {
      Times.record(service, serviceNanos);
    }
    if (firstByteNanos >= 0) {
      Times.record(firstByte, firstByteNanos);
    }
  }

  /** Records how an exchange ended that was not merely late. */
  public void finish(
      Outcome outcome, int status, long responseNanos, long serviceNanos, long firstByteNanos) {
    finish(outcome, false, status, responseNanos, serviceNanos, firstByteNanos);
  }

  /** Counts bytes on the wire, headers included, TLS not. */
  public void bytes(long sent, long received) {
    bytesSent += sent;
    bytesReceived += received;
  }

  /** Counts redirects that were followed on the way to an answer. */
  public void redirects(int count) {
    redirects += count;
  }

  /** Adds what another cell saw. */
  public void add(SeriesCell other) {
    started += other.started;
    redirects += other.redirects;
    bytesSent += other.bytesSent;
    bytesReceived += other.bytesReceived;
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += other.outcomes[i];
    }
    statuses.add(other.statuses);
    Times.add(okResponse, other.okResponse);
    Times.add(failedResponse, other.failedResponse);
    Times.add(abortedAge, other.abortedAge);
    Times.add(service, other.service);
    Times.add(firstByte, other.firstByte);
  }

  void reset() {
    started = 0;
    redirects = 0;
    bytesSent = 0;
    bytesReceived = 0;
    java.util.Arrays.fill(outcomes, 0);
    statuses.reset();
    Times.clear(okResponse);
    Times.clear(failedResponse);
    Times.clear(abortedAge);
    Times.clear(service);
    Times.clear(firstByte);
  }

  void restore(long started, long redirects, long bytesSent, long bytesReceived) {
    this.started = started;
    this.redirects = redirects;
    this.bytesSent = bytesSent;
    this.bytesReceived = bytesReceived;
  }

  void restore(Outcome outcome, long count) {
    outcomes[outcome.ordinal()] = count;
  }

  boolean isEmpty() {
    return started == 0 && redirects == 0 && bytesSent == 0 && bytesReceived == 0 && ended() == 0;
  }

  /** Requests that were released. */
  public long started() {
    return started;
  }

  /** Requests that had this outcome. */
  public long outcome(Outcome outcome) {
    return outcomes[outcome.ordinal()];
  }

  /** Requests that ended in any way. */
  public long ended() {
    long sum = 0;
    for (long count : outcomes) {
      sum += count;
    }
    return sum;
  }

  /** Requests that ended in any way but {@code ABORTED}. */
  public long finished() {
    return ended() - outcome(Outcome.ABORTED);
  }

  /** Requests that count as errors. */
  public long failed() {
    return finished() - outcome(Outcome.OK);
  }

  /** Redirects that were followed. */
  public long redirects() {
    return redirects;
  }

  /** Bytes sent. */
  public long bytesSent() {
    return bytesSent;
  }

  /** Bytes received. */
  public long bytesReceived() {
    return bytesReceived;
  }

  /** Statuses of answers. */
  public StatusCounts statuses() {
    return statuses;
  }

  /** Response times of {@code OK}, and of answers that failed nothing but a limit on their time. */
  public Histogram okResponse() {
    return okResponse;
  }

  /** Response times of all other failures; a timeout with the time until it was given up. */
  public Histogram failedResponse() {
    return failedResponse;
  }

  /** Ages of requests that the end of the run cut. */
  public Histogram abortedAge() {
    return abortedAge;
  }

  /** Response times of all finished requests: a new histogram. */
  public Histogram response() {
    Histogram all = okResponse.copy();
    all.add(failedResponse);
    return all;
  }

  /** Service times of finished requests that were written. */
  public Histogram service() {
    return service;
  }

  /** Times from written to the first byte of the answer. */
  public Histogram firstByte() {
    return firstByte;
  }
}
