package io.sluice.cli;

import io.sluice.gate.Gate;
import io.sluice.gate.RunningJudge;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.SeriesCatalog;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a run over what was seen so far, for those who look on while it goes on.
 *
 * <ol>
 *   <li>{@link #onInterval} only copies the interval and never waits; a thread of its own judges.
 *   <li>Each interval is looked at once. A conclusion comes every five seconds, and so that
 *       concluding takes at most a fiftieth of one core, however long the run.
 *   <li>{@link #last} may be called by any thread, and costs nothing.
 * </ol>
 */
final class RunningVerdict implements IntervalListener, AutoCloseable {
  /** More than these would be minutes behind: a verdict about another time helps nobody. */
  private static final int MOST_WAITING = 200;

  private static final int SPARE = 4;

  private final Supplier<Interval> copies;
  private final Pauses pauses = new Pauses();
  private final BlockingQueue<Interval> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<Interval> spare = new ArrayBlockingQueue<>(SPARE);
  private final Thread thread;
  private volatile @Nullable Verdict last;
  private volatile boolean lost;

  private RunningVerdict(Supplier<Interval> copies, Supplier<RunningJudge> judge) {
    this.copies = copies;
    thread =
        Thread.ofPlatform().name("running-verdict").daemon().unstarted(() -> judge(judge.get()));
  }

  /** Starts to judge a run of the plan. */
  static RunningVerdict start(LoadPlan plan, Gate gate) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    RunningVerdict verdict =
        new RunningVerdict(() -> new Interval(catalog), () -> gate.running(plan));
    verdict.thread.start();
    return verdict;
  }

  /** One that nobody looks at: it costs nothing, and concludes nothing. */
  static RunningVerdict none() {
    RunningVerdict verdict =
        new RunningVerdict(
            () -> {
              throw new IllegalStateException("nothing is copied");
            },
            () -> {
              throw new IllegalStateException("nothing is judged");
            });
    verdict.lost = true;
    return verdict;
  }

  /** The last conclusion; none before the first, nor if there is no keeping up with the run. */
  Optional<Verdict> last() {
    return lost ? Optional.empty() : Optional.ofNullable(last);
  }

  @Override
  public void onInterval(Interval interval) {
    if (lost) {
      return;
    }
    Interval unused = spare.poll();
    Interval copy = unused == null ? copies.get() : unused;
    copy.span(interval.number(), interval.fromNanos(), interval.toNanos());
    copy.add(interval);
    lost = !waiting.offer(copy);
  }

  private void judge(RunningJudge judge) {
    try {
      while (true) {
        take(waiting.take(), judge);
        if (waiting.isEmpty() && pauses.over(System.nanoTime())) {
          long before = System.nanoTime();
          last = judge.soFar();
          pauses.looked(before, System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      // closed: the verdict that counts is made of the whole run
    } catch (RuntimeException e) {
      lost = true; // a run must not die of being looked at
    }
  }

  private void take(Interval interval, RunningJudge judge) {
    judge.take(interval);
    interval.reset();
    boolean _ = spare.offer(interval);
  }

  /** When the next conclusion may come. Not thread-safe. */
  static final class Pauses {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PER_COST = 50;

    private boolean started;
    private long next;

    /** Whether it may come now. */
    boolean over(long nanoTime) {
      if (!started) {
        started = true;
        next = nanoTime + FIRST_NANOS;
      }
      return nanoTime - next >= 0;
    }

    /** One has come. */
    void looked(long fromNanoTime, long toNanoTime) {
      long cost = toNanoTime - fromNanoTime;
      next = fromNanoTime + Math.max(LEAST_NANOS, PER_COST * cost);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
