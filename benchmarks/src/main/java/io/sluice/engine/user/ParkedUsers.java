package io.sluice.engine.user;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.wire.BodyPool;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.util.List;

/** Users of a script that only thinks. */
final class ParkedUsers {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ParkedUsers() {}

  static VirtualUser[] create(int count) {
    LoadPlan plan = plan();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    CellScripts scripts =
        new CellScripts(
            plan,
            catalog,
            () -> 0,
            new Recorder(catalog, List.of(), new Interval(catalog)),
            new BodyPool(),
            selector -> {
              throw new IllegalArgumentException("the script reads no body, was " + selector);
            },
            "benchmark");
    Population population = Population.of(scripts, 0, Shard.WHOLE);
    VirtualUser[] users = new VirtualUser[count];
    for (int i = 0; i < count; i++) {
      users[i] = population.addUser(i);
    }
    return users;
  }

  private static LoadPlan plan() {
    Script script = new Script("think", 0, List.of(new Op.Pause(MINUTE, MINUTE), new Op.End()));
    Phase phase =
        new Phase(
            "main",
            0,
            new ArrivalModel.ConstantUsers(1, MINUTE),
            List.of(new Window("main", Duration.ZERO, MINUTE, Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ZERO);
    return new LoadPlan(
        "benchmark",
        "",
        1,
        List.of(new Target("http", "127.0.0.1", 80)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(script),
        Script.empty("none"),
        List.of(phase),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }
}
