package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.engine.door.Call;
import io.sluice.engine.door.CheckNames;
import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.engine.door.GuestCode;
import io.sluice.engine.door.RequestNames;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs code as users of a load. */
class CodeRun {
  static final int ROOM = 8;
  final RequestNames names = new RequestNames(ROOM);
  final CheckNames checks = new CheckNames(ROOM);

  final LoadPlan plan(ArrivalModel model, Duration grace) {
    Phase phase =
        new Phase(
            "code",
            0,
            model,
            List.of(new Window("main", Duration.ZERO, model.duration(), Window.Use.MEASURED)),
            Duration.ZERO,
            grace);
    return new LoadPlan(
        "code",
        "",
        1,
        RequestNames.unknownTargets(),
        List.of(),
        names.unknown(),
        checks.unknown(),
        List.of(
            new MetricSpec("items", MetricSpec.Kind.COUNTER),
            new MetricSpec("size", MetricSpec.Kind.NUMBERS)),
        List.of(Script.code("code")),
        Script.empty("none"),
        List.of(phase),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT,
        AbortRule.NEVER);
  }

  final Call get(Door door, Target target, String path) {
    try {
      return new Call(
          names.number(path, "", Map.of(), "GET", target),
          door.target(target),
          target,
          "GET",
          path,
          new String[] {"User-Agent", "test"},
          new byte[0],
          Call.Framing.NONE,
          10_000_000_000L,
          true,
          StatusSet.SUCCESS);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  static GuestCode each(Consumer<Door> iteration) {
    return door ->
        new Guest() {
          @Override
          public void iterate() {
            iteration.accept(door);
          }

          @Override
          public void close() {}
        };
  }

  final Interval run(LoadPlan plan, int cells, GuestCode code, StopSignal stop) {
    return run(plan, cells, new Code(code, names), stop);
  }

  final Interval run(LoadPlan plan, int cells, Code code, StopSignal stop) {
    Engine engine =
        Engine.prepare(plan, new EngineOptions(cells, EngineOptions.Transport.AUTO, "t"), code);
    Interval total = new Interval(SeriesCatalog.of(plan));
    engine.run(total::add, stop);
    return total;
  }

  static void neverAnswer(RawServer.Connection connection) throws IOException {
    String request = connection.request();
    assertEquals("", request.isEmpty() ? "" : connection.request()); // waits for its end
  }
}
