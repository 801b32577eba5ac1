package io.sluice.reports;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
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

/** Plans whose iterations are code: ten seconds, with two distributions of numbers. */
public final class ScriptRun {
  /** How long they are. */
  public static final Duration TEN = Duration.ofSeconds(10);

  private ScriptRun() {}

  /** A plan with what is known of its names. */
  public static LoadPlan plan(List<RequestSpec> requests, List<CheckSpec> checks) {
    return new LoadPlan(
        "script",
        "",
        1,
        List.of(new Target("http", "shop", 80)),
        List.of(),
        requests,
        checks,
        List.of(
            new MetricSpec("size", MetricSpec.Kind.NUMBERS),
            new MetricSpec("never", MetricSpec.Kind.NUMBERS)),
        List.of(Script.code("default")),
        Script.empty("setup"),
        List.of(
            new Phase(
                "default",
                0,
                new ArrivalModel.ConstantUsers(1, TEN),
                List.of(new Window("run", Duration.ZERO, TEN, Window.Use.MEASURED)),
                Duration.ZERO,
                TEN)),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  /** A request in no group. */
  public static RequestSpec request(String name, Map<String, String> tags) {
    return new RequestSpec(
        name,
        "",
        tags,
        "GET",
        0,
        Template.of("/"),
        List.of(),
        Template.EMPTY,
        TEN,
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }
}
