package io.sluice.engine;

import io.sluice.engine.measure.ProcessMeter;
import io.sluice.engine.netty.NettyWire;
import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Sockets;
import io.sluice.engine.netty.Tls;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.user.CellScripts;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.SeriesCatalog;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan: one cell per core, nothing shared, intervals merged as they come.
 *
 * <p>{@link #prepare} reaches every target and runs the set-up; {@link #run} makes the load. Any
 * thread may do both, once each.
 */
public final class Engine {
  private static final long RING_NANOS = 128_000_000_000L;
  private static final long DRAIN_NANOS = 20_000_000;
  private static final BodyQuery.Compiler NO_QUERIES =
      selector -> {
        throw new IllegalArgumentException("code looks at answers by itself, not by " + selector);
      };

  private final LoadPlan plan;
  private final EngineOptions options;
  private final BodyQuery.Compiler queries;
  private final Sockets sockets;
  private final NettyWire.Setup wire;
  private final @Nullable Code code;

  private Engine(
      LoadPlan plan,
      EngineOptions options,
      BodyQuery.Compiler queries,
      Sockets sockets,
      NettyWire.Setup wire,
      @Nullable Code code) {
    this.plan = plan;
    this.options = options;
    this.queries = queries;
    this.sockets = sockets;
    this.wire = wire;
    this.code = code;
  }

  /**
   * Resolves the plan's targets, opens one connection to each, and runs the plan's set-up.
   *
   * @throws TargetException if a target cannot be loaded; no load was made
   */
  public static Engine prepare(LoadPlan plan, EngineOptions options, BodyQuery.Compiler queries)
      throws TargetException {
    Sockets sockets = sockets(options);
    Tls tls = Preflight.tls(plan);
    List<Origin> origins =
        new Preflight(plan.limits(), plan.network(), tls)
            .reach(plan.targets()).stream().map(Preflight.Reached::origin).toList();
    NettyWire.Setup wire = wire(plan, sockets, origins, tls);
    Engine engine = new Engine(plan, options, queries, sockets, wire, null);
    if (!plan.setup().isEmpty()) {
      new SetupRun(plan).check(engine);
    }
    return engine;
  }

  /**
   * For a plan whose iterations are code: what that sends where is known only when it runs, so that
   * no target is looked at before.
   */
  public static Engine prepare(LoadPlan plan, EngineOptions options, Code code) {
    Sockets sockets = sockets(options);
    NettyWire.Setup wire = wire(plan, sockets, List.of(), null);
    return new Engine(plan, options, NO_QUERIES, sockets, wire, code);
  }

  private static Sockets sockets(EngineOptions options) {
    return switch (options.transport()) {
      case AUTO -> Sockets.best();
      case EPOLL -> Sockets.epoll();
      case IO_URING -> Sockets.ioUring();
      case NIO -> Sockets.nio();
    };
  }

  private static NettyWire.Setup wire(
      LoadPlan plan, Sockets sockets, List<Origin> origins, @Nullable Tls tls) {
    return new NettyWire.Setup(
        sockets,
        origins,
        CellScripts.wantedHeaders(plan),
        plan.limits(),
        plan.network(),
        plan.network().sourceAddresses().stream().map(Engine::literal).toList(),
        tls);
  }

  /** Preflight has bound each of them. */
  private static InetAddress literal(String address) {
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many cells make the load. */
  public int cells() {
    return options.cells();
  }

  /** The system interface that carries the sockets. */
  public String transport() {
    return sockets.name();
  }

  /**
   * Makes the load, and returns when it is over. The listener is called on this thread.
   *
   * @throws IllegalStateException if a cell failed, which is a defect of this program; the
   *     intervals so far were passed on
   */
  public RunEnd run(IntervalListener listener, StopSignal stop) {
    return run(plan, cells(), listener, stop);
  }

  RunEnd run(LoadPlan carriedOut, int cells, IntervalListener listener, StopSignal stop) {
    SeriesCatalog catalog = SeriesCatalog.of(carriedOut);
    long sliceNanos = carriedOut.sliceNanos();
    RunClock clock = new RunClock();
    ConcurrentLinkedQueue<Interval> blanks = new ConcurrentLinkedQueue<>();
    CellThread.Plan common =
        new CellThread.Plan(
            carriedOut,
            catalog,
            clock,
            wire.wanting(CellScripts.wantedHeaders(carriedOut)),
            queries,
            options.userAgent(),
            trace(),
            stop,
            () -> Aggregator.blank(blanks, catalog),
            code,
            code == null
                ? null
                : new CodeTargets.Shared(carriedOut.network(), code.roads(carriedOut.network())));
    CountDownLatch ready = new CountDownLatch(cells);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<IntervalRing> rings = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      IntervalRing ring = new IntervalRing(Math.toIntExact(RING_NANOS / sliceNanos));
      Shard shard = new Shard(i, cells);
      rings.add(ring);
      threads.add(
          Thread.ofPlatform()
              .name("sluice-cell-" + i)
              .daemon()
              .start(() -> runCell(common, shard, ring, ready, go, failure)));
    }
    awaitUninterruptibly(ready);
    clock.startNow();
    go.countDown();
    collect(
        new Aggregator(
            catalog, sliceNanos, rings, blanks, new ProcessMeter(connectionEnds()), listener),
        threads,
        failure,
        stop);
    return end(stop, clock);
  }

  /** Random bits of this run: the same seed again must not be the same trace again. */
  private long trace() {
    return switch (options.trace()) {
      case NONE -> 0;
      case W3C -> new SecureRandom().nextLong() | 1;
    };
  }

  /** Pairs of a local address and an address of a target. */
  private int connectionEnds() {
    int addresses = wire.origins().stream().mapToInt(Origin::addressCount).sum();
    return Math.max(1, wire.sources().size()) * addresses;
  }

  private static void runCell(
      CellThread.Plan common,
      Shard shard,
      IntervalRing ring,
      CountDownLatch ready,
      CountDownLatch go,
      AtomicReference<@Nullable Throwable> failure) {
    try {
      CellThread.run(
          common,
          shard,
          ring,
          () -> {
            ready.countDown();
            awaitUninterruptibly(go);
          });
    } catch (Throwable t) {
      failure.compareAndSet(null, t);
      common.stop().stopAtOnce(RunEnd.Reason.STOPPED, "the generator failed");
    } finally {
      ready.countDown();
    }
  }

  private static void collect(
      Aggregator aggregator,
      List<Thread> threads,
      AtomicReference<@Nullable Throwable> failure,
      StopSignal stop) {
    try {
      boolean running = true;
      while (running) {
        running = false;
        for (int i = 0; i < threads.size(); i++) {
          if (threads.get(i).isAlive()) {
            running = true;
          } else {
            aggregator.cellEnded(i);
          }
        }
        aggregator.drain();
        if (running) {
          aggregator.rest(DRAIN_NANOS);
        }
      }
    } catch (RuntimeException | Error e) {
      stop.stopAtOnce(RunEnd.Reason.STOPPED, "a listener failed");
      throw e;
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("a cell failed: " + cause, cause);
    }
  }

  /** A run that was stopped ends where it was asked to: what came after is not the plan's load. */
  private static RunEnd end(StopSignal stop, RunClock clock) {
    StopSignal.Request request = stop.request();
    return request == null
        ? new RunEnd(RunEnd.Reason.COMPLETED, "", clock.nanos())
        : new RunEnd(request.reason(), request.detail(), Math.max(0, clock.at(request.nanoTime())));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
