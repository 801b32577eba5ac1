package io.sluice.cli;

import io.sluice.gate.Gate;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.Renumbering;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.figures.RunFigures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
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
 *   <li>A run of code names its requests and checks as it goes on. Where names were added, the
 *       tally begins anew and reads what came before from the log; so rarely that all this reading
 *       costs no more than {@value #REREADS} readings of the whole. Meanwhile those names are left
 *       out.
 * </ol>
 */
final class RunningTally implements IntervalListener, AutoCloseable {
  /** With many request names each takes some megabytes: further behind, the log is as good. */
  private static final int MOST_WAITING = 32;

  private static final int SPARE = 4;
  private static final int REREADS = 20;

  private final RunHeader header;
  private final Gate gate;
  private final Consumer<String> problems;
  private Names told;
  private Names used;
  private long growsAt;
  private Names tallied;
  private Tally tally;
  private final Lock lock = new ReentrantLock();
  private final Pauses pauses = new Pauses();
  private final BlockingQueue<Slice> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<Slice> spare = new ArrayBlockingQueue<>(SPARE);
  private final Thread thread = Thread.ofPlatform().name("tally").daemon().unstarted(this::work);
  private volatile boolean watched;
  private volatile boolean lost;
  private volatile @Nullable Verdict last;

  /** The plan by which intervals are numbered; two are the same if they are the same object. */
  private static final class Names {
    final LoadPlan plan;
    final SeriesCatalog catalog;
    final Function<Integer, RunResult.Source> before;

    /**
     * Names from some interval on.
     *
     * @param before the run's intervals below a number
     */
    Names(LoadPlan plan, Function<Integer, RunResult.Source> before) {
      this.plan = plan;
      this.catalog = SeriesCatalog.of(plan);
      this.before = before;
    }
  }

  /** A copy of an interval. */
  private record Slice(Names names, Interval interval) {}

  private RunningTally(LoadPlan plan, RunHeader header, Gate gate, Consumer<String> problems) {
    this.header = header;
    this.gate = gate;
    this.problems = problems;
    told = new Names(plan, _ -> _ -> {});
    used = told;
    tallied = told;
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

  /**
   * More of what the run's code names is known: from now on intervals are those of this plan.
   * Called by who calls {@link #onInterval}.
   *
   * @param log of the run, which has all intervals that were told so far
   */
  void grow(LoadPlan plan, Path log) {
    told = new Names(plan, end -> RunLogReader.intervals(log, plan, end));
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
    useNames(interval.toNanos());
    Slice unused = spare.poll();
    boolean fits = unused != null && unused.names() == used;
    Slice copy = unused != null && fits ? unused : new Slice(used, new Interval(used.catalog));
    copy.interval().span(interval.number(), interval.fromNanos(), interval.toNanos());
    if (told == used) {
      copy.interval().add(interval);
    } else {
      new Renumbering(told.catalog, used.catalog).add(interval, copy.interval());
    }
    lost = !waiting.offer(copy);
  }

  /** At first as they come; then when the run is longer by a part of itself than the last time. */
  private void useNames(long now) {
    if (told != used && now >= growsAt) {
      used = told;
      growsAt = now + now / REREADS;
    }
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
      for (Slice next = waiting.poll(); next != null; next = waiting.poll()) {
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

  private void add(Slice slice) {
    if (slice.names() != tallied) {
      begin(slice.names(), slice.interval().number());
    }
    lock.lock();
    try {
      tally.onInterval(slice.interval());
    } finally {
      lock.unlock();
    }
    slice.interval().reset();
    boolean _ = spare.offer(slice);
  }

  /** Begins anew by other names. */
  private void begin(Names names, int at) {
    Tally anew = new Tally(names.plan, header, gate);
    names.before.apply(at).replay(anew);
    lock.lock();
    try {
      tally = anew;
      tallied = names;
    } finally {
      lock.unlock();
    }
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
   * @param run by the plan that it was tallied by, with all names
   */
  Tally.Found conclude(RunResult run) {
    finish();
    if (!lost && tallied == told) {
      lock.lock(); // somebody may be looking at the figures
      try {
        return tally.conclude(run);
      } catch (RuntimeException e) {
        fail(e);
      } finally {
        lock.unlock();
      }
    }
    return Tally.of(run.withPlan(told.plan), gate);
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
