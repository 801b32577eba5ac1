package io.sluice.scenarios.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one extraction by a simple JSONPath costs. The baseline makes a parser for every body, as
 * Jackson's manual has it. Run with {@code -prof gc}: {@code gc.alloc.rate.norm} of {@link
 * #oneParser()} must be about 0 bytes for all but {@code ERROR_TEXT}, where it holds the exception
 * and a new parser.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StreamingQueryBenchmark {
  /** What is looked for, and where. */
  public enum Case {
    /** The storefront's answer to a login; the value stands at its start. */
    TOKEN_OF_LOGIN(Bodies.LOGIN, "$.token"),
    /** The same; the value is the body's last. */
    PHONE_OF_LOGIN(Bodies.LOGIN, "$.user.phone"),
    /** A list of 2 KB, of which the start is read. */
    FIRST_OF_LIST(Bodies.PRODUCTS, "$.data[0].id"),
    /** All of the list is read. */
    TOTAL_OF_LIST(Bodies.PRODUCTS, "$.total"),
    /** All of the list is read and taken. */
    WHOLE_LIST(Bodies.PRODUCTS, "$.data"),
    /** What a proxy sends when the target is gone. */
    ERROR_PAGE("<html><body><h1>503 Service Unavailable</h1></body></html>", "$.token"),
    /** Not JSON. */
    ERROR_TEXT("Service Unavailable", "$.token");

    private final String body;
    private final String path;

    Case(String body, String path) {
      this.body = body;
      this.path = path;
    }
  }

  /** What is looked for. */
  @Param public Case search = Case.TOKEN_OF_LOGIN;

  private final JsonFactory json = new JsonFactory();
  private final TextBuffer found = new TextBuffer();
  private byte[] body = new byte[0];
  private StreamingQuery query = new StreamingQuery(new SimplePath(List.of()));
  private PathWalk walk = new PathWalk(new SimplePath(List.of()));

  /** Writes the body and compiles the path. */
  @Setup
  public void prepare() {
    body = search.body.getBytes(StandardCharsets.UTF_8);
    SimplePath path = Objects.requireNonNull(SimplePath.parse(search.path));
    query = new StreamingQuery(path);
    walk = new PathWalk(path);
  }

  /** One body, by the parser that read the last one. */
  @Benchmark
  public Result oneParser() {
    return query.find(body, body.length, found);
  }

  /** The baseline: one body, by a parser of its own. */
  @Benchmark
  public Result freshParser() {
    found.clear();
    try (JsonParser parser = json.createParser(body, 0, body.length)) {
      return walk.walk(parser, body, 0, found);
    } catch (IOException e) {
      return Result.ABSENT;
    }
  }
}
