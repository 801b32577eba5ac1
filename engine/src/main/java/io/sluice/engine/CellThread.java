package io.sluice.engine;

import io.sluice.engine.door.Guests;
import io.sluice.engine.measure.Recorder;
import io.sluice.engine.netty.NettyWire;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.user.CellScripts;
import io.sluice.engine.user.Population;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a cell together on the thread that will run it, and takes it apart afterwards. */
final class CellThread {
  private CellThread() {}

  /** What all cells of a run have in common; trace is 0 where requests carry none. */
  record Plan(
      LoadPlan plan,
      SeriesCatalog catalog,
      Clock clock,
      NettyWire.Setup wire,
      BodyQuery.Compiler queries,
      String userAgent,
      long trace,
      StopSignal stop,
      Supplier<Interval> blank,
      @Nullable Code code,
      CodeTargets.@Nullable Shared codeTargets) {}

  /** Runs a cell on this thread; {@code ready} is called when it could start. */
  static void run(Plan common, Shard shard, IntervalRing out, Runnable ready) {
    LoadPlan plan = common.plan();
    Code code = common.code();
    List<String> names =
        code == null
            ? plan.requests().stream().map(RequestSpec::label).toList()
            : code.names().live();
    Recorder recorder = new Recorder(common.catalog(), names, common.blank().get());
    BodyPool bodies = new BodyPool();
    CellScripts scripts =
        CellScripts.traced(
            plan,
            common.catalog(),
            common.clock(),
            recorder,
            bodies,
            common.queries(),
            common.userAgent(),
            common.trace(),
            shard.index());
    List<Population> populations = new ArrayList<>();
    for (int phase = 0; phase < plan.phases().size(); phase++) {
      populations.add(Population.of(scripts, phase, shard));
    }
    try (NettyWire wire =
        new NettyWire(common.wire(), common.clock(), bodies, recorder, scripts.runner()::done)) {
      Guests guests = null;
      CodeTargets.Shared targets = common.codeTargets();
      if (code != null && targets != null) {
        guests =
            new Guests(
                code.guests(),
                new CodeTargets(targets, wire),
                new Guests.Cell(
                    common.clock(),
                    recorder,
                    bodies,
                    wire,
                    scripts.runner().timeouts(),
                    shard.index(),
                    shard.count(),
                    wire::wakeup));
        scripts.runner().attach(guests);
        guests.makeReady();
      }
      LoadCell cell =
          new LoadCell(
              common.clock(),
              wire,
              recorder,
              scripts,
              populations,
              common.stop(),
              out,
              common.blank());
      ready.run();
      cell.run();
      if (guests != null) {
        guests.close();
      }
    }
  }
}
