package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * What one extraction by a regular expression costs. The baseline decodes every body. Run with
 * {@code -prof gc}: {@code gc.alloc.rate.norm} of {@link #query()} must be about 0 bytes where the
 * body is ASCII.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RegexQueryBenchmark {
  private static final String PATTERN = "name=\"csrf\" value=\"([^\"]+)\"";

  /** What the page holds beside ASCII. */
  @Param({"", "€"})
  public String beside = "";

  private final RegexQuery query = new RegexQuery(PATTERN);
  private final Matcher matcher = Pattern.compile(PATTERN).matcher("");
  private final TextBuffer found = new TextBuffer();
  private byte[] body = new byte[0];

  /** Writes the page. */
  @Setup
  public void write() {
    body = (Bodies.PAGE + beside).getBytes(StandardCharsets.UTF_8);
  }

  /** One body. */
  @Benchmark
  public Result query() {
    return query.find(body, body.length, found);
  }

  /** The baseline: one body, as text. */
  @Benchmark
  public Result decoded() {
    found.clear();
    matcher.reset(new String(body, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      return Result.ABSENT;
    }
    found.append(matcher.group(1));
    return Result.PRESENT;
  }
}
