package io.sluice.engine;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.user.CellScripts;
import io.sluice.engine.user.Population;
import io.sluice.engine.user.ScriptRunner;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.TimeoutWheel;
import io.sluice.engine.wire.Wire;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Supplier;

/**
 * One thread that makes load: paces, runs users, drives the wire, records. Shares nothing with
 * other cells; full intervals leave through a ring.
 *
 * <pre>
 *  cycle: read the clock ─ flip the interval each slice ─ resume thinkers ─ release what is due
 *         ─ every 10 ms: timeouts, own delay ─ poll the wire until the next thing is due
 * </pre>
 */
final class LoadCell {
  /** How long requests under way may take after the user asked to stop. */
  static final long STOP_GRACE_NANOS = 5_000_000_000L;

  private static final long TICK_NANOS = TimeoutWheel.TICK_NANOS;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Clock clock;
  private final Wire wire;
  private final Recorder recorder;
  private final ScriptRunner runner;
  private final List<Population> populations;
  private final StopSignal stop;
  private final IntervalRing out;
  private final Supplier<Interval> blank;

  private int number;
  private final long sliceNanos;
  private final boolean agesWanted;
  private long flipAt;
  private long tickAt = TICK_NANOS;
  private long cpuAtFlip;
  private long wallAtFlip;
  private final LoopWatch watch = new LoopWatch();
  private boolean stopping;
  private long abortAt = Long.MAX_VALUE;

  LoadCell(
      Clock clock,
      Wire wire,
      Recorder recorder,
      CellScripts scripts,
      List<Population> populations,
      StopSignal stop,
      IntervalRing out,
      Supplier<Interval> blank) {
    this.clock = clock;
    this.wire = wire;
    this.recorder = recorder;
    this.runner = scripts.runner();
    this.populations = List.copyOf(populations);
    this.stop = stop;
    this.out = out;
    this.blank = blank;
    sliceNanos = scripts.plan().sliceNanos();
    agesWanted = scripts.plan().abort().when() == AbortRule.When.CERTAIN;
    flipAt = sliceNanos;
    runner.attach(wire);
  }

  /** Runs until all is done. The last interval is handed over before it returns. */
  void run() {
    cpuAtFlip = cpuNanos();
    wallAtFlip = clock.nanos();
    while (!finished()) {
      cycle();
    }
    requireAllEnded();
    long now = clock.nanos();
    flipUntil(now);
    handOver(now, now);
  }

  /** One turn; package-private for tests that drive a cell by hand. */
  void cycle() {
    long now = clock.nanos();
    watch.turn(now, recorder.health());
    flipUntil(now);
    lookAtStop(now);
    int work = runner.wake(now);
    for (int i = 0; i < populations.size(); i++) {
      work += populations.get(i).pace(now);
    }
    // Behind pacing: what was due before a phase's end is released, however late it is.
    lookAtEnds(now);
    if (now >= tickAt) {
      tick(now);
    }
    watch.handled(wire.poll(work > 0 ? 0 : maximalWait()));
  }

  private long maximalWait() {
    long from = clock.nanos();
    long until = nextThing();
    watch.waits(from, until);
    return until - from;
  }

  private long nextThing() {
    long next = Math.min(tickAt, runner.nextWake());
    for (int i = 0; i < populations.size(); i++) {
      next = Math.min(next, populations.get(i).nextStart());
    }
    return Math.min(next, flipAt);
  }

  private void tick(long now) {
    watch.ticks(now + 1, now, recorder.health());
    tickAt = now - Math.floorMod(now, TICK_NANOS) + TICK_NANOS;
    runner.expireTimeouts(now);
    wire.tick(now);
  }

  // ---- the end

  private void lookAtStop(long now) {
    StopSignal.Request request = stop.request();
    if (request == null) {
      return;
    }
    if (!stopping) {
      stopping = true;
      populations.forEach(population -> population.plan(now));
      abortAt = now + STOP_GRACE_NANOS;
      runner.close();
      populations.forEach(Population::finish);
    }
    if (request.atOnce()) {
      abortAt = Math.min(abortAt, now);
    }
  }

  private void lookAtEnds(long now) {
    for (int i = 0; i < populations.size(); i++) {
      Population population = populations.get(i);
      if (now >= population.end()) {
        population.finish();
      }
      if (population.active() > 0 && (now >= abortAt || now >= population.graceEnd())) {
        population.abort();
      }
    }
  }

  private boolean finished() {
    for (int i = 0; i < populations.size(); i++) {
      Population population = populations.get(i);
      boolean done = (population.over() && population.active() == 0) || population.exhausted();
      if (!done) {
        return false;
      }
    }
    return true;
  }

  private void requireAllEnded() {
    if (recorder.inFlight() != 0) {
      throw new IllegalStateException(
          recorder.inFlight() + " exchanges were started and have no outcome");
    }
  }

  // ---- intervals

  private void flipUntil(long now) {
    while (now >= flipAt) {
      handOver(flipAt, now);
      flipAt += sliceNanos;
    }
  }

  private void handOver(long end, long now) {
    Health health = recorder.health();
    watch.ticks(end, now, health);
    watch.flip(health);
    for (int i = 0; i < populations.size(); i++) {
      populations.get(i).plan(end);
    }
    long cpu = cpuNanos();
    health.add(Counter.BUSY_NANOS, Math.max(0, cpu - cpuAtFlip));
    health.add(Counter.LOOP_NANOS, now - wallAtFlip);
    cpuAtFlip = cpu;
    wallAtFlip = now;
    int users = 0;
    int planned = 0;
    for (Population population : populations) {
      users += population.takePeak();
      planned += population.plannedUsers(now);
    }
    health.set(Counter.USERS, users);
    health.set(Counter.PLANNED_USERS, planned);
    health.set(Counter.IN_FLIGHT, recorder.inFlight());
    health.set(Counter.CONNECTIONS, wire.connections());
    if (agesWanted) {
      for (int i = 0; i < populations.size(); i++) {
        populations.get(i).recordAges(end);
      }
    }
    Interval full = recorder.flip(blank.get());
    full.span(number, number * sliceNanos, end);
    number++;
    while (!out.offer(full)) {
      // Two minutes of intervals are unread: nothing measured is dropped, so the cell waits.
      Thread.onSpinWait();
    }
  }

  private static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
  }
}
