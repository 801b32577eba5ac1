package io.sluice.model;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A small plan: two requests, a check each, a trend and a rate, 5 s of warm-up and 30 s. */
public final class Plans {
  private Plans() {}

  /** The plan. */
  public static LoadPlan shop() {
    Duration length = Duration.ofSeconds(35);
    Duration warm = Duration.ofSeconds(5);
    return new LoadPlan(
        "shop",
        "",
        1,
        List.of(new Target("http", "localhost", 80)),
        List.of(),
        List.of(request("browse", "", "products"), request("pay", "Checkout", "checkout")),
        List.of(check("browse is 200", 0), check("pay is 200", 1)),
        List.of(
            new MetricSpec("order_time", MetricSpec.Kind.TREND),
            new MetricSpec("abandoned", MetricSpec.Kind.RATE)),
        List.of(new Script("shop", 1, List.of(new Op.Send(0), new Op.Settle(), new Op.End()))),
        Script.empty("setup"),
        List.of(
            new Phase(
                "main",
                0,
                new ArrivalModel.ConstantUsers(5, length),
                List.of(
                    new Window("warmup", Duration.ZERO, warm, Window.Use.OBSERVED),
                    new Window("steady", warm, length, Window.Use.MEASURED)),
                Duration.ZERO,
                warm)),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static RequestSpec request(String name, String group, String endpoint) {
    return new RequestSpec(
        name,
        group,
        Map.of("endpoint", endpoint),
        "GET",
        0,
        Template.of("/" + name),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }

  private static CheckSpec check(String name, int request) {
    return new CheckSpec(name, request, new Expectation.Status(StatusSet.SUCCESS));
  }
}
