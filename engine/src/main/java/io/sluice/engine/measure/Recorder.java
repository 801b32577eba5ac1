package io.sluice.engine.measure;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WireEvents;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;

/**
 * Writes what a cell sees into its current interval.
 *
 * <p>Checks at run time that every exchange that was started ends in exactly one outcome: {@link
 * #inFlight()} never falls below 0 and is 0 at the end.
 */
public final class Recorder implements WireEvents {
  private final int requests;
  private final int checks;
  private final int metrics;
  private final List<String> requestNames;
  private final Evidence evidence;
  private Interval interval;
  private long inFlight;

  /** A recorder that writes into an interval until it is given another. */
  public Recorder(SeriesCatalog catalog, List<String> requestNames, Interval first) {
    requests = catalog.requestCount();
    checks = catalog.checkCount();
    metrics = catalog.metricCount();
    this.requestNames = requestNames;
    evidence = new Evidence(requests);
    interval = first;
  }

  /** Goes on in another interval and returns the one so far. */
  public Interval flip(Interval next) {
    Interval full = interval;
    interval = next;
    return full;
  }

  /** The generator's own state in the current interval. */
  public Health health() {
    return interval.health();
  }

  /** A request was taken up. */
  public void started(int window, int request, long lagNanos) {
    inFlight++;
    interval.series(window * requests + request).start();
    Health health = interval.health();
    health.add(Counter.RELEASED, 1);
    Times.record(health.lag(), lagNanos);
  }

  /**
   * An exchange ended; its stamps and outcome are set.
   *
   * @param late whether it failed nothing but a limit on its time
   */
  public void finished(int window, int request, Exchange exchange, boolean late, int redirects) {
    if (--inFlight < 0) {
      throw new IllegalStateException("more exchanges ended than were started");
    }
    Outcome outcome = exchange.outcome();
    long written = exchange.written();
    boolean wasWritten = written != Exchange.UNSET;
    SeriesCell cell = interval.series(window * requests + request);
    cell.finish(
        outcome,
        late,
        exchange.status(),
        exchange.done() - exchange.intended(),
        wasWritten ? exchange.done() - written : -1,
        exchange.firstByte() != Exchange.UNSET ? exchange.firstByte() - written : -1);
    cell.bytes(exchange.sent(), exchange.received());
    if (redirects > 0) {
      cell.redirects(redirects);
    }
    if (wasWritten && redirects == 0) {
      Times.record(interval.health().connectionWait(), written - exchange.released());
    }
    if (outcome.failed()) {
      failed(request, exchange);
    }
  }

  /** An exchange has no end yet as the interval ends. */
  public void underWay(int window, int request, long ageNanos) {
    Times.record(interval.pending(window * requests + request), ageNanos);
  }

  private void failed(int request, Exchange exchange) {
    interval.error(kind(request, exchange), 1);
  }

  private ErrorKey kind(int request, Exchange exchange) {
    return new ErrorKey(requestNames.get(request), exchange.outcome(), exchange.detail());
  }

  /** Whether an exchange that is done is worth being kept as evidence, by what is known of it. */
  public boolean worthKeeping(int request, Exchange exchange) {
    return exchange.outcome().failed()
        ? evidence.newKind(kind(request, exchange)) || evidence.slow(request, exchange)
        : evidence.slow(request, exchange);
  }

  /**
   * Keeps an exchange as evidence.
   *
   * @param method as it was sent last
   * @param url where it was sent last
   * @param traceparent as it was sent, or empty
   */
  public void keep(int request, Exchange exchange, String method, String url, String traceparent) {
    ErrorKey kind = kind(request, exchange);
    if (evidence.slow(request, exchange)) {
      evidence.keep(request, exchange.done() - exchange.intended());
    }
    if (exchange.outcome().failed()) {
      evidence.keep(kind);
    }
    interval.sample(Samples.of(kind, exchange, method, url, traceparent));
  }

  /** A redirect was not followed; it is no failure, but the report names it. */
  public void redirectRefused(int request, String why) {
    interval.health().add(Counter.REDIRECTS_REFUSED, 1);
    interval.error(new ErrorKey(requestNames.get(request), Outcome.OK, why), 1);
  }

  /** A check had a result. */
  public void check(int window, int check, boolean passed) {
    interval.check(window * checks + check).record(passed);
  }

  /** A trend got a duration. */
  public void time(int window, int metric, long nanos) {
    interval.metric(window * metrics + metric).time(nanos);
  }

  /** A rate got a value. */
  public void count(int window, int metric, boolean value) {
    interval.metric(window * metrics + metric).count(value);
  }

  /** A counter or a gauge got a number. */
  public void number(int window, int metric, double value) {
    interval.metric(window * metrics + metric).number(value);
  }

  /** A distribution got a number. */
  public void distributed(int window, int metric, double value) {
    interval.metric(window * metrics + metric).distributed(value);
  }

  @Override
  public void connected(long nanos) {
    interval.health().add(Counter.CONNECTS, 1);
    Times.record(interval.health().connect(), nanos);
  }

  @Override
  public void lookedUp(long nanos) {
    Times.record(interval.health().nameLookup(), nanos);
  }

  @Override
  public void lookupFailed() {
    interval.health().add(Counter.LOOKUPS_FAILED, 1);
  }

  @Override
  public void retried() {
    interval.health().add(Counter.RETRIES, 1);
  }

  @Override
  public void notTaken(long bytes) {
    interval.health().add(Counter.BYTES_NOT_TAKEN, bytes);
  }

  /** Exchanges that were started and have not ended. */
  public long inFlight() {
    return inFlight;
  }
}
