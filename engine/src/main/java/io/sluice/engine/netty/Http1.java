package io.sluice.engine.netty;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 (RFC 9112): one exchange at a time. */
final class Http1 implements Protocol, ResponseParser.Sink {
  private final Connection connection;
  private final ResponseParser parser;
  private @Nullable Exchange exchange;
  private @Nullable Body rest; // a line that is not complete
  private boolean used;
  private boolean answering; // a byte of this answer has come; there may have been redirects before

  Http1(Connection connection) {
    this.connection = connection;
    parser =
        new ResponseParser(connection.wantedHeaders(), connection.limits().maxHeaderBytes(), this);
  }

  @Override
  public boolean ready() {
    return exchange == null;
  }

  @Override
  public int underWay() {
    return exchange == null ? 0 : 1;
  }

  @Override
  public void send(Exchange next) {
    exchange = next;
    answering = false;
    parser.reset(next.head());
    TextBuffer request = connection.scratch();
    request.clear();
    next.write(request);
    next.written(connection.now(), request.length());
    connection.write(request.bytes(), 0, request.length());
  }

  @Override
  public void flush() {}

  @Override
  public void received(byte[] bytes, int from, int to) {
    Exchange current = exchange;
    if (current == null) {
      connection.shut(); // nobody asked: the next response could not be told from these bytes
      return;
    }
    long now = connection.now();
    answering = true;
    current.received(now, to - from);
    if (rest == null) {
      parse(current, now, bytes, from, to);
    } else {
      Body all = rest;
      rest = null;
      all.append(bytes, from, to - from);
      parse(current, now, all.bytes(), 0, all.length());
      connection.bodies().give(all);
    }
  }

  private void parse(Exchange current, long now, byte[] bytes, int from, int to) {
    ResponseParser.Progress progress = parser.parse(bytes, from, to);
    if (current.outcome() != Outcome.OK) {
      fail(current, current.outcome(), current.detail(), now);
      return;
    }
    switch (progress) {
      case COMPLETE -> complete(current, now, parser.position() < to);
      case INCOMPLETE -> keep(bytes, parser.position(), to);
      case MALFORMED -> fail(current, Outcome.PROTOCOL_ERROR, parser.problem(), now);
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    if (to > from) {
      Body kept = connection.bodies().take();
      kept.append(bytes, from, to - from);
      rest = kept;
    }
  }

  private void complete(Exchange done, long now, boolean bytesBehind) {
    exchange = null;
    used = true;
    if (!parser.keepAlive() || bytesBehind) {
      connection.shut();
    }
    done.complete(now);
    connection.finish(done);
  }

  private void fail(Exchange failed, Outcome outcome, String why, long now) {
    exchange = null;
    connection.shut();
    failed.fail(outcome, why, now);
    connection.finish(failed);
  }

  @Override
  public void cancel(Exchange cancelled) {
    exchange = null;
    giveRest();
    connection.shut();
  }

  private void giveRest() {
    if (rest != null) {
      connection.bodies().give(rest);
      rest = null;
    }
  }

  @Override
  public void lost(String how, boolean inOrder) {
    giveRest();
    Exchange current = exchange;
    exchange = null;
    if (current == null) {
      return;
    }
    if (!answering && used && current.idempotent()) {
      connection.retry(current); // a connection that the server had given up (RFC 9112, 9.3.1)
      return;
    }
    long now = connection.now();
    if (inOrder && parser.closed() == ResponseParser.Progress.COMPLETE) {
      current.complete(now);
    } else {
      String when =
          answering
              ? " after " + current.received() + " bytes of the response"
              : " before the response";
      current.fail(Outcome.RESET, how + when, now);
    }
    connection.finish(current);
  }

  // ---- the parser's sink

  private Exchange current() {
    if (exchange == null) {
      throw new IllegalStateException("a response without an exchange");
    }
    return exchange;
  }

  @Override
  public boolean status(int code) {
    current().status(code);
    return current().keepsHead();
  }

  @Override
  public TextBuffer header(int number) {
    return current().header(number);
  }

  @Override
  public void line(byte[] source, int from, int length) {
    current().headLine(source, from, length);
  }

  @Override
  public void body(byte[] source, int from, int length) {
    Exchange current = current();
    if (!current.keepBody() || current.outcome() != Outcome.OK) {
      if (current.keepsExample()) {
        current.example(connection.bodies(), source, from, length);
      }
      return;
    }
    Body body = current.body(connection.bodies());
    int most = connection.limits().maxBodyBytes();
    if (body.length() + (long) length > most) {
      current.reject(Outcome.PROTOCOL_ERROR, "a body of more than " + most + " bytes");
    } else {
      body.append(source, from, length);
    }
  }
}
