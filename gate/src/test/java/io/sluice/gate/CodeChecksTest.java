package io.sluice.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Script;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that code makes belong to groups, also to those in which no request stands. */
class CodeChecksTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int SECONDS = 40;
  private static final int STEADY = 1;

  /** The shop's load by code, which checks 'ok' outside of groups and 'paid' in one of its own. */
  private static LoadPlan plan(String... objectives) {
    LoadPlan shop = new FakeRun().result().plan();
    return new LoadPlan(
        shop.name(),
        shop.profile(),
        shop.seed(),
        shop.targets(),
        shop.data(),
        shop.requests(),
        List.of(CheckSpec.ofCode("ok", ""), CheckSpec.ofCode("paid", "Cart / Pay")),
        shop.metrics(),
        List.of(Script.code("shop")),
        Script.empty("setup"),
        shop.phases(),
        List.of(objectives).stream().map(Objective::parse).toList(),
        shop.limits(),
        shop.network());
  }

  private static List<ObjectiveResult> judge(LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    RunResult run =
        new RunResult(
            plan,
            new RunHeader("shop", Instant.EPOCH, plan.digest(), 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", SECONDS * SECOND),
            listener -> {
              for (int second = 0; second < SECONDS; second++) {
                Interval interval = new Interval(catalog);
                interval.span(second, second * SECOND, (second + 1) * SECOND);
                interval.check(STEADY * 2).record(true);
                interval.check(STEADY * 2).record(true);
                interval.check(STEADY * 2 + 1).record(false);
                listener.onInterval(interval);
              }
            });
    return Gate.standard().judge(run).objectives();
  }

  @Test
  void theyAreSelectedByTheirGroups() {
    List<ObjectiveResult> results =
        judge(plan("checks > 50%", "checks{group:Cart} > 50%", "checks(ok){scenario:shop} > 50%"));

    assertEquals(3L * SECONDS, results.get(0).samples());
    assertEquals(2 / 3.0, results.get(0).estimate(), 1e-9);
    assertEquals(SECONDS, results.get(1).samples());
    assertEquals(0, results.get(1).estimate());
    assertEquals(2L * SECONDS, results.get(2).samples());
    assertEquals(1, results.get(2).estimate());
  }
}
