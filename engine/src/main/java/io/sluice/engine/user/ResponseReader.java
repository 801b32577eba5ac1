package io.sluice.engine.user;

import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;

/** Finds the values of selectors in a response. Belongs to one cell. */
final class ResponseReader {
  private static final byte[] NOTHING = new byte[0];
  private final WantedHeaders wanted;
  private final BodyQuery.Compiler queries;

  /** A compiled selector. */
  @FunctionalInterface
  interface Query {
    /** Clears {@code into}, then fills it with the value, if there is one. */
    BodyQuery.Result find(Exchange exchange, TextBuffer into);
  }

  ResponseReader(WantedHeaders wanted, BodyQuery.Compiler queries) {
    this.wanted = wanted;
    this.queries = queries;
  }

  Query query(Selector selector) {
    if (selector instanceof Selector.Header(String name)) {
      int number = wanted.number(name);
      return (exchange, into) -> header(exchange, number, into);
    }
    BodyQuery query = queries.compile(selector);
    return (exchange, into) -> {
      Body body = exchange.body();
      if (body == null) {
        return query.find(NOTHING, 0, into);
      }
      return query.find(body.bytes(), body.length(), into);
    };
  }

  private static BodyQuery.Result header(Exchange exchange, int number, TextBuffer into) {
    into.clear();
    TextBuffer value = exchange.headerIfSeen(number);
    if (value == null) {
      return BodyQuery.Result.ABSENT;
    }
    into.append(value.bytes(), 0, value.length());
    return BodyQuery.Result.PRESENT;
  }
}
