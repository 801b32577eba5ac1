package io.sluice.engine.wire;

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
 * What it costs to watch one exchange's deadline: added when the request is sent, removed when the
 * answer is there, however many others are under way. Run with {@code -prof gc}: {@code
 * gc.alloc.rate.norm} must be about 0 bytes. Time grows only by what the processor's caches miss.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TimeoutWheelBenchmark {
  private static final long TIMEOUT_NANOS = 5_000_000_000L;
  private static final long STEP_NANOS = 10_000;

  /** How many exchanges are under way. */
  @Param({"1", "1000", "100000"})
  public int exchanges = 1;

  private final TimeoutWheel wheel = new TimeoutWheel();
  private Exchange[] underWay = new Exchange[0];
  private long now;
  private int next;
  private int expired;

  /** Sends all but one of the requests. */
  @Setup
  public void send() {
    underWay = new Exchange[exchanges];
    for (int i = 0; i < exchanges; i++) {
      underWay[i] = new Exchange("owner", 1, 0);
      wheel.add(underWay[i], now += STEP_NANOS);
      wheel.remove(underWay[i]);
      wheel.add(underWay[i], now + TIMEOUT_NANOS);
    }
  }

  /** The exchange that is longest under way is done, its user's next request is sent. */
  @Benchmark
  public void removeAndAdd() {
    Exchange exchange = underWay[next];
    next = next + 1 == exchanges ? 0 : next + 1;
    now += STEP_NANOS;
    wheel.remove(exchange);
    wheel.add(exchange, now + TIMEOUT_NANOS);
  }

  /** The same, with the look at the wheel that a cell takes in every turn of its duty cycle. */
  @Benchmark
  public int removeAddAndExpire() {
    removeAndAdd();
    wheel.expire(now, _ -> expired++);
    return expired;
  }
}
