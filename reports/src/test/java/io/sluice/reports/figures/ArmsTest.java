package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
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
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where two arms are compared, their figures stand apart and beside each other. */
class ArmsTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final ArrivalModel LOAD = new ArrivalModel.ConstantUsers(10, TEN);

  private static LoadPlan plan() {
    List<RequestSpec> requests = new ArrayList<>();
    List<CheckSpec> checks = new ArrayList<>();
    for (String name : List.of("home", "cart")) {
      for (Arm arm : Arm.values()) {
        checks.add(
            new CheckSpec(
                name + " is 200", requests.size(), new Expectation.Status(StatusSet.SUCCESS)));
        requests.add(
            new RequestSpec(
                name,
                "Shop / Front",
                Map.of(Arm.TAG, arm.key()),
                "GET",
                0,
                Template.of("/" + name),
                List.of(),
                Template.EMPTY,
                TEN,
                StatusSet.SUCCESS,
                RequestSpec.Redirects.KEEP));
      }
    }
    return new LoadPlan(
        "shop",
        "",
        1,
        List.of(new Target("http", "shop", 80)),
        List.of(),
        requests,
        checks,
        List.of(new MetricSpec("buying", MetricSpec.Kind.TREND)),
        List.of(script(0), script(1)),
        Script.empty("setup"),
        List.of(phase(Arm.A), phase(Arm.B)),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static Script script(int arm) {
    return new Script(
        "shop",
        0,
        List.of(
            new Op.Send(arm),
            new Op.Settle(),
            new Op.Send(2 + arm),
            new Op.Settle(),
            new Op.End()));
  }

  private static Phase phase(Arm arm) {
    return new Phase(
        arm.key(),
        arm.ordinal(),
        new Split(LOAD, arm, 0.5),
        List.of(new Window("steady", Duration.ZERO, TEN, Window.Use.MEASURED)),
        Duration.ZERO,
        Duration.ZERO);
  }

  private static RunFigures figures() {
    LoadPlan plan = plan();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    Interval interval = new Interval(catalog);
    interval.span(0, 0, TEN.toNanos());
    for (int arm = 0; arm < 2; arm++) {
      int window = catalog.firstWindow(arm);
      for (int i = 0; i < 3 + arm; i++) {
        for (int request : new int[] {arm, 2 + arm}) {
          var cell = interval.series(window * 4 + request);
          cell.start();
          cell.finish(Outcome.OK, 200, 1_000_000, 1_000_000, -1);
          interval.check(window * 4 + request).record(true);
        }
        interval.metric(window).time(1_000_000);
      }
    }
    return RunFigures.of(
        new RunResult(
            plan,
            new RunHeader("shop", Instant.EPOCH, plan.digest(), 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", TEN.toNanos()),
            listener -> listener.onInterval(interval)));
  }

  private static List<String> counts(Map<String, RequestFigures> figures) {
    return figures.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().finished())
        .toList();
  }

  @Test
  void requestsStandBesideTheirCounterparts() {
    assertEquals(
        List.of("home [a] 3", "home [b] 4", "cart [a] 3", "cart [b] 4"),
        counts(figures().measured().byName()));
    assertEquals(14, figures().measured().total().finished());
  }

  @Test
  void groupsChecksAndMetricsAreTheArms() {
    assertEquals(
        List.of("Shop [a] 6", "Shop / Front [a] 6", "Shop [b] 8", "Shop / Front [b] 8"),
        counts(figures().measured().byGroup()));
    assertEquals(
        List.of("home [a]", "home [b]", "cart [a]", "cart [b]"),
        figures().checks().stream().map(CheckFigures::request).toList());
    assertEquals(
        List.of("buying [a]", "buying [b]"),
        figures().metrics().stream().map(MetricFigures::name).toList());
  }

  @Test
  void theWindowsOfBothAreShownOnce() {
    assertEquals(1, figures().windows().size());
    assertEquals(10, figures().facts().measuredSeconds());
  }
}
