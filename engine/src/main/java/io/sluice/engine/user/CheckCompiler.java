package io.sluice.engine.user;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compiles what a check demands. Belongs to one cell. */
final class CheckCompiler {
  private final ResponseReader reader;
  private final ValueCompiler values;
  private final TextBuffer found = new TextBuffer();
  private final TextBuffer wanted = new TextBuffer();

  /** A compiled expectation. */
  @FunctionalInterface
  interface ResponseTest {
    boolean holds(VirtualUser user);
  }

  CheckCompiler(ResponseReader reader, ValueCompiler values) {
    this.reader = reader;
    this.values = values;
  }

  ResponseTest compile(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Status(StatusSet accepted) ->
          user -> accepted.contains(user.exchange.status());
      case Expectation.FasterThan(var limit) -> {
        long nanos = limit.toNanos();
        yield user -> user.exchange.done() - user.exchange.intended() < nanos;
      }
      case Expectation.Found(Selector selector) -> {
        ResponseReader.Query query = reader.query(selector);
        yield user -> query.find(user.exchange, found) != BodyQuery.Result.ABSENT;
      }
      case Expectation.NotEmpty(Selector selector) -> {
        ResponseReader.Query query = reader.query(selector);
        yield user -> query.find(user.exchange, found) == BodyQuery.Result.PRESENT;
      }
      case Expectation.EqualTo(Selector selector, var expected) -> {
        ResponseReader.Query query = reader.query(selector);
        CompiledTemplate template = CompiledTemplate.of(expected, values);
        yield user -> {
          wanted.clear();
          template.write(user, wanted);
          return query.find(user.exchange, found) != BodyQuery.Result.ABSENT && same(found, wanted);
        };
      }
      case Expectation.OfCode _ ->
          throw new IllegalArgumentException("a check of code is made by no step");
      case Expectation.Contains(Selector selector, String text) -> {
        ResponseReader.Query query = reader.query(selector);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        yield user -> {
          query.find(user.exchange, found);
          return contains(found, bytes);
        };
      }
    };
  }

  private static boolean same(TextBuffer a, TextBuffer b) {
    return Arrays.equals(a.bytes(), 0, a.length(), b.bytes(), 0, b.length());
  }

  private static boolean contains(TextBuffer text, byte[] part) {
    for (int at = 0; at + part.length <= text.length(); at++) {
      if (Arrays.equals(text.bytes(), at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
