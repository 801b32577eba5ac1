package io.sluice.engine.netty;

import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.Limits;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A connection that keeps what it is given. */
final class Http2FakeCarrier implements Http2Carrier {
  final List<Exchange> finished = new ArrayList<>();
  final List<Exchange> retried = new ArrayList<>();
  final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  final BodyPool bodies = new BodyPool();
  Consumer<Exchange> onFinish = exchange -> {};
  Limits limits = new Limits(Duration.ofSeconds(1), 1_000, 100_000);
  int maxStreams = 1_000;
  int writes;
  int flushesWanted;
  int shuts;
  long now = 1_000;

  @Override
  public void write(byte[] bytes, int from, int length) {
    writes++;
    sent.write(bytes, from, length);
  }

  @Override
  public void flushLater() {
    flushesWanted++;
  }

  @Override
  public void finish(Exchange exchange) {
    finished.add(exchange);
    onFinish.accept(exchange);
  }

  @Override
  public void retry(Exchange exchange) {
    retried.add(exchange);
  }

  @Override
  public void shut() {
    shuts++;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public BodyPool bodies() {
    return bodies;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public WantedHeaders wantedHeaders() {
    return Http2Run.WANTED;
  }

  @Override
  public int maxStreams() {
    return maxStreams;
  }
}
