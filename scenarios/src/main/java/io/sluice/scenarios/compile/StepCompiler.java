package io.sluice.scenarios.compile;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Op;
import io.sluice.scenarios.compile.Scope.Variable;
import io.sluice.scenarios.compile.ScriptBuilder.Label;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.RequestStep.OnFailure;
import io.sluice.scenarios.tree.RequestStep.Tally;
import io.sluice.scenarios.tree.Step;
import java.util.ArrayList;
import java.util.List;

/** Turns steps into instructions. */
final class StepCompiler {
  private final Lowering lowering;
  private final Scope scope;
  private final PlanParts parts;
  private final ScriptBuilder script;
  private final Problems problems;
  private final RequestCompiler requests;

  /**
   * Where a step stands.
   *
   * @param group path of groups
   * @param after the innermost list of steps ends there
   * @param leave the journey ends there, but for its last think time
   * @param timers slots of the timers that run
   */
  private record Place(String group, Label after, Label leave, List<Integer> timers) {
    Place inside(Label newAfter) {
      return new Place(group, newAfter, leave, timers);
    }
  }

  StepCompiler(
      Lowering lowering, Scope scope, PlanParts parts, ScriptBuilder script, Problems problems) {
    this.lowering = lowering;
    this.scope = scope;
    this.parts = parts;
    this.script = script;
    this.problems = problems;
    this.requests = new RequestCompiler(lowering, scope, parts, script, problems);
  }

  /** Compiles a journey: whoever leaves it still takes the think time that it ends with. */
  void compile(List<Step> steps) {
    int thinking = steps.size();
    while (thinking > 0 && steps.get(thinking - 1) instanceof Step.Think) {
      thinking--;
    }
    Label leave = new Label();
    Place place = new Place("", leave, leave, List.of());
    compile(steps.subList(0, thinking), place);
    script.place(leave);
    compile(steps.subList(thinking, steps.size()), place);
  }

  private void compile(List<Step> steps, Place place) {
    for (Step step : steps) {
      switch (step) {
        case RequestStep request -> request(request, place);
        case Step.Group group -> group(group, place);
        case Step.Assign assign -> assign(assign);
        case Step.Add add -> add(add);
        case Step.Gauge gauge -> gauge(gauge);
        case Step.Repeat repeat -> repeat(repeat, place);
        case Step.When when -> when(when, place);
        case Step.Timer timer -> timer(timer, place);
        case Step.Think think -> script.add(new Op.Pause(think.min(), think.max()));
      }
    }
  }

  private void group(Step.Group group, Place place) {
    String path = place.group().isEmpty() ? group.name() : place.group() + " / " + group.name();
    Label after = new Label();
    compile(group.steps(), new Place(path, after, place.leave(), place.timers()));
    script.place(after);
  }

  private void assign(Step.Assign assign) {
    for (Step.Variable assigned : assign.variables()) {
      Variable variable = scope.require(assigned.name(), assigned.at());
      if (variable != null) {
        script.add(new Op.Assign(variable.slot(), lowering.assigned(assigned.value())));
      }
    }
  }

  private void add(Step.Add add) {
    for (Step.Variable counter : add.amounts()) {
      int metric = parts.metric(counter.name(), MetricSpec.Kind.COUNTER, counter.at());
      script.add(new Op.Add(metric, lowering.number(counter.value())));
    }
  }

  private void gauge(Step.Gauge step) {
    for (Step.Variable gauge : step.values()) {
      int metric = parts.metric(gauge.name(), MetricSpec.Kind.GAUGE, gauge.at());
      script.add(new Op.Gauge(metric, lowering.number(gauge.value())));
    }
  }

  private void repeat(Step.Repeat repeat, Place place) {
    if (repeat.times() instanceof Expression.Whole(long times, _) && times < 1) {
      problems.add(repeat.times().at(), "steps must be repeated at least once, was " + times);
    }
    int left = script.newSlot();
    script.add(new Op.Assign(left, lowering.number(repeat.times())));
    Label round = new Label();
    Label nextRound = new Label();
    Label after = new Label();
    script.place(round);
    script.jumpIf(
        new Condition.CompareNumbers(new Expr.Slot(left), Comparison.LT, new Expr.Whole(1)), after);
    compile(repeat.steps(), place.inside(nextRound));
    script.place(nextRound);
    script.add(new Op.Assign(left, new Expr.Difference(new Expr.Slot(left), new Expr.Whole(1))));
    script.jump(round);
    script.place(after);
  }

  private void when(Step.When when, Place place) {
    Label otherwise = new Label();
    Label after = new Label();
    script.jumpIf(opposite(lowering.condition(when.question())), otherwise);
    compile(when.steps(), place.inside(after));
    if (!when.otherwise().isEmpty()) {
      script.jump(after);
    }
    script.place(otherwise);
    compile(when.otherwise(), place.inside(after));
    script.place(after);
  }

  private static Condition opposite(Condition condition) {
    return condition instanceof Condition.Not(Condition inner)
        ? inner
        : new Condition.Not(condition);
  }

  private void timer(Step.Timer timer, Place place) {
    int metric = parts.metric(timer.metric(), MetricSpec.Kind.TREND, timer.at());
    int slot = script.newSlot();
    List<Integer> timers = new ArrayList<>(place.timers());
    timers.add(slot);
    Label after = new Label();
    script.add(new Op.StartTimer(slot));
    compile(timer.steps(), new Place(place.group(), after, place.leave(), timers));
    script.add(new Op.StopTimer(slot, metric));
    script.place(after);
  }

  private void request(RequestStep step, Place place) {
    requests.compile(step, place.group());
    Label next = new Label();
    Label onFailure =
        switch (step.onFailure()) {
          case CONTINUE -> next;
          case SKIP -> place.after();
          case LEAVE -> place.leave();
        };
    if (!step.tallies().isEmpty() || !place.timers().isEmpty()) {
      Label ok = new Label();
      script.jumpIf(new Condition.Not(new Condition.LastFailed()), ok);
      tallies(step, true);
      // A timer that was emptied adds no value to its trend.
      place.timers().forEach(slot -> script.add(new Op.Clear(slot)));
      if (step.onFailure() != OnFailure.CONTINUE || !step.tallies().isEmpty()) {
        script.jump(onFailure);
      }
      script.place(ok);
      tallies(step, false);
    } else if (step.onFailure() != OnFailure.CONTINUE) {
      script.jumpIf(new Condition.LastFailed(), onFailure);
    }
    script.place(next);
  }

  private void tallies(RequestStep step, boolean failed) {
    for (Tally tally : step.tallies()) {
      int metric = parts.metric(tally.metric(), MetricSpec.Kind.RATE, tally.at());
      script.add(new Op.Count(metric, tally.trueWhenFailed() == failed));
    }
  }
}
