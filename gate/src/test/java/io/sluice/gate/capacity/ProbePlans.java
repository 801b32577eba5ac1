package io.sluice.gate.capacity;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plans of probes with one request; the series of a window is its number. */
final class ProbePlans {
  private ProbePlans() {}

  static LoadPlan of(ArrivalModel arrivals, int settleSeconds, String... objectives) {
    Duration settle = Duration.ofSeconds(settleSeconds);
    Phase phase =
        new Phase(
            "main",
            0,
            arrivals,
            List.of(
                new Window("settle", Duration.ZERO, settle, Window.Use.OBSERVED),
                new Window("measured", settle, arrivals.duration(), Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ofSeconds(5));
    return new LoadPlan(
        "probe",
        "",
        1,
        List.of(new Target("http", "localhost", 80)),
        List.of(),
        List.of(request()),
        List.of(),
        List.of(),
        List.of(new Script("journey", 0, List.of(new Op.Send(0), new Op.Settle(), new Op.End()))),
        Script.empty("setup"),
        List.of(phase),
        Stream.of(objectives).map(Objective::parse).toList(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static RequestSpec request() {
    return new RequestSpec(
        "home",
        "",
        Map.of(),
        "GET",
        0,
        Template.of("/"),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }

  static Interval second(LoadPlan plan, int number) {
    Interval interval = new Interval(SeriesCatalog.of(plan));
    interval.span(number, number * 1_000_000_000L, (number + 1) * 1_000_000_000L);
    return interval;
  }
}
