package io.sluice.engine;

import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.ManualClock;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.user.CellScripts;
import io.sluice.engine.user.Population;
import io.sluice.engine.wire.BodyPool;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.run.Health;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A cell on a manual clock and a fake wire: runs a whole plan without a socket or a sleep. */
final class CellRun {
  final ManualClock clock = new ManualClock();
  final FakeWire wire;
  final StopSignal stop = new StopSignal();
  final SeriesCatalog catalog;
  final LoadCell cell;
  final List<Population> populations = new ArrayList<>();
  final List<Interval> intervals = new ArrayList<>();
  private final IntervalRing ring = new IntervalRing(8192);

  CellRun(LoadPlan plan, Shard shard, Function<FakeWire.Sent, Reply> target) {
    catalog = SeriesCatalog.of(plan);
    BodyPool bodies = new BodyPool();
    List<String> names = plan.requests().stream().map(RequestSpec::label).toList();
    Recorder recorder = new Recorder(catalog, names, new Interval(catalog));
    CellScripts scripts =
        new CellScripts(plan, catalog, clock, recorder, bodies, new FakeQueries(), "test");
    wire = new FakeWire(clock, bodies, CellScripts.wantedHeaders(plan), target);
    wire.listener(scripts.runner()::done);
    for (int phase = 0; phase < plan.phases().size(); phase++) {
      populations.add(Population.of(scripts, phase, shard));
    }
    cell =
        new LoadCell(
            clock, wire, recorder, scripts, populations, stop, ring, () -> new Interval(catalog));
  }

  /** Runs a plan to its end on one cell. */
  static CellRun of(LoadPlan plan, Function<FakeWire.Sent, Reply> target) {
    return new CellRun(plan, Shard.WHOLE, target).run();
  }

  CellRun run() {
    cell.run();
    for (Interval full = ring.poll(); full != null; full = ring.poll()) {
      intervals.add(full);
    }
    return this;
  }

  /** All intervals in one. */
  Interval total() {
    Interval total = new Interval(catalog);
    intervals.forEach(total::add);
    return total;
  }

  long count(Health.Counter counter) {
    return total().health().get(counter);
  }

  /** What was seen of a request in a window. */
  SeriesCell series(String window, String request) {
    Interval total = total();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      if (catalog.series(s).window().equals(window)
          && catalog.series(s).request().equals(request)) {
        return total.series(s);
      }
    }
    throw new IllegalArgumentException("no series " + window + " / " + request);
  }

  /** What was seen of all requests in all windows. */
  SeriesCell all() {
    SeriesCell all = new SeriesCell();
    Interval total = total();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = total.seriesIfSeen(s);
      if (cell != null) {
        all.add(cell);
      }
    }
    return all;
  }

  long outcomes(Outcome outcome) {
    return all().outcome(outcome);
  }
}
