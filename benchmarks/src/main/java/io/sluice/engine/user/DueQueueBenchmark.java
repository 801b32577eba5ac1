package io.sluice.engine.user;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
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
 * What one think time costs: the user that is due is taken out and, when its next response is
 * there, put in again, while others wait. The baseline is the JDK's queue with a record for every
 * wait. Run with {@code -prof gc}: {@code gc.alloc.rate.norm} of {@link #pollAndAdd()} must be
 * about 0 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DueQueueBenchmark {
  private static final long LONGEST_NANOS = 1L << 33;

  /** How many users are in think time. */
  @Param({"1", "1000", "100000"})
  public int users = 1;

  private final DueQueue queue = new DueQueue();
  private final PriorityQueue<Parked> jdk =
      new PriorityQueue<>(Comparator.comparingLong(Parked::due));

  private record Parked(VirtualUser user, long due) {}

  /** Parks the users for up to 9 seconds each. */
  @Setup
  public void park() {
    for (VirtualUser user : ParkedUsers.create(users)) {
      long due = user.nextBetween(0, LONGEST_NANOS);
      queue.add(user, due);
      jdk.add(new Parked(user, due));
    }
  }

  /** One user is due, and parked again. */
  @Benchmark
  public void pollAndAdd() {
    long due = queue.nextDue();
    VirtualUser user = Objects.requireNonNull(queue.pollDue(due));
    queue.add(user, due + user.nextBetween(1, LONGEST_NANOS));
  }

  /** The baseline. */
  @Benchmark
  public void pollAndAddWithTheJdk() {
    Parked first = jdk.remove();
    VirtualUser user = first.user();
    jdk.add(new Parked(user, first.due() + user.nextBetween(1, LONGEST_NANOS)));
  }
}
