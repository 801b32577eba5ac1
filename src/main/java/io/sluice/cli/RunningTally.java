package io.sluice.cli;

import io.sluice.gate.Gate;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.figures.RunFigures;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tallies a run while it goes on, so that hardly anything is left to do at its end, and for those
 * who look on.
 *
 * <ol>
 *   <li>{@link #onInterval} only copies the interval and never waits; a thread of its own adds it.
 *   <li>Each interval is added once. A verdict comes every five seconds if somebody wants to see
 *       it, and down to every 15 s where concluding would take more than four thousandths of a
 *       core; never more than a fiftieth.
 *   <li>{@link #verdict} and {@link #figures} may be asked by any thread; the first costs nothing.
 *   <li>A run never dies of being tallied: where that fails, or falls too far behind, the run's log
 *       is read at the end instead, with the same result.
 * </ol>
 */
final class RunningTally implements IntervalListener, AutoCloseable {
  /** With many request names each takes some megabytes: further behind, the log is as good. */
  private static final int MOST_WAITING = 32;

  private static final int SPARE = 4;

  private final LoadPlan plan;
  private final SeriesCatalog catalog;
  private final Gate gate;
  private final Consumer<String> problems;
  private final Tally tally;
  private final Lock lock = new ReentrantLock();
  private final Pauses pauses = new Pauses();
  private final BlockingQueue<Interval> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<Interval> spare = new ArrayBlockingQueue<>(SPARE);
  private final Thread thread = Thread.ofPlatform().name("tally").daemon().unstarted(this::work);
  private volatile boolean watched;
  private volatile boolean lost;
  private volatile @Nullable Verdict last;

  private RunningTally(LoadPlan plan, RunHeader header, Gate gate, Consumer<String> problems) {
    this.plan = plan;
    catalog = SeriesCatalog.of(plan);
    this.gate = gate;
    this.problems = problems;
    tally = new Tally(plan, header, gate);
  }

  /**
   * Starts to tally a run of the plan.
   *
   * @param problems is told in a sentence what keeps it from doing so, once
   */
  static RunningTally start(LoadPlan plan, RunHeader header, Gate gate, Consumer<String> problems) {
    RunningTally tally = new RunningTally(plan, header, gate, problems);
    tally.thread.start();
    return tally;
  }

  /** Somebody wants to see verdicts while the run goes on; without, there are none. */
  void watch() {
    watched = true;
  }

  /** The last verdict; none before the first, nor if there is no keeping up with the run. */
  Optional<Verdict> verdict() {
    return lost ? Optional.empty() : Optional.ofNullable(last);
  }

  /** The figures of what was added so far; none if there is no keeping up with the run. */
  Optional<RunFigures> figures() {
    lock.lock();
    try {
      return lost ? Optional.empty() : Optional.of(tally.figuresSoFar());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onInterval(Interval interval) {
    if (lost) {
      return;
    }
    Interval unused = spare.poll();
    Interval copy = unused == null ? new Interval(catalog) : unused;
    copy.span(interval.number(), interval.fromNanos(), interval.toNanos());
    copy.add(interval);
    lost = !waiting.offer(copy);
  }

  private void work() {
    try {
      while (!lost) {
        add(waiting.take());
        if (watched && waiting.isEmpty() && pauses.over(System.nanoTime())) {
          look();
        }
      }
    } catch (InterruptedException e) {
      addTheRest();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** The run is over. */
  private void addTheRest() {
    try {
      for (Interval next = waiting.poll(); next != null; next = waiting.poll()) {
        add(next);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable e) {
    lost = true;
    problems.accept("cannot judge the run while it goes on, but from its log: " + e);
  }

  private void add(Interval interval) {
    lock.lock();
    try {
      tally.onInterval(interval);
    } finally {
      lock.unlock();
    }
    interval.reset();
    boolean _ = spare.offer(interval);
  }

  private void look() {
    long before = System.nanoTime();
    lock.lock();
    try {
      last = tally.verdictSoFar();
    } finally {
      lock.unlock();
    }
    pauses.looked(before, System.nanoTime());
  }

  /**
   * What was found of the run, which is over; it is read from its intervals if it could not be
   * tallied while it went on.
   *
   * @param run by the plan that it was tallied by
   */
  Tally.Found conclude(RunResult run) {
    finish();
    if (!lost) {
      lock.lock(); // somebody may be looking at the figures
      try {
        return tally.conclude(run);
      } catch (RuntimeException e) {
        fail(e);
      } finally {
        lock.unlock();
      }
    }
    return Tally.of(run.withPlan(plan), gate);
  }

  private void finish() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Adds no more. */
  @Override
  public void close() {
    lost = true;
    thread.interrupt();
  }

  /** When the next verdict may come. Not thread-safe. */
  static final class Pauses {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long USUALLY_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PER_COST = 250;
    private static final long LEAST_PER_COST = 50;

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
      long wanted = Math.clamp(PER_COST * cost, LEAST_NANOS, USUALLY_NANOS);
      next = fromNanoTime + Math.max(wanted, LEAST_PER_COST * cost);
    }
  }
}
