package io.sluice.engine.user;

import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;
import java.util.ArrayList;
import java.util.List;

/** Compiles the scripts of a plan for one cell: flat arrays of instructions, no names left. */
final class ScriptCompiler {
  private final LoadPlan plan;
  private final ValueCompiler values;
  private final CheckCompiler checks;
  private final ResponseReader reader;
  private final CompiledRequest[] requests;

  ScriptCompiler(
      LoadPlan plan,
      WantedHeaders wanted,
      BodyQuery.Compiler queries,
      String userAgent,
      Traces traces) {
    this.plan = plan;
    values = new ValueCompiler(plan.data());
    reader = new ResponseReader(wanted, queries);
    checks = new CheckCompiler(reader, values);
    BodyNeeds needs = BodyNeeds.of(plan);
    requests = new CompiledRequest[plan.requests().size()];
    for (int r = 0; r < requests.length; r++) {
      requests[r] = new CompiledRequest(plan, r, needs.body(r), userAgent, traces, values);
    }
  }

  CompiledRequest request(int number) {
    return requests[number];
  }

  CompiledScript compile(Script script) {
    List<Instruction> code = new ArrayList<>();
    for (int pc = 0; pc < script.ops().size(); pc++) {
      code.add(compile(script.ops().get(pc), pc + 1));
    }
    return new CompiledScript(script.name(), script.slots(), code, idle(script.ops()));
  }

  private Instruction compile(Op op, int next) {
    return switch (op) {
      case Op.Send(int request) -> {
        CompiledRequest compiled = requests[request];
        yield (runner, user) -> runner.send(user, compiled, next);
      }
      case Op.Extract(int slot, Selector selector) -> {
        ResponseReader.Query query = reader.query(selector);
        yield (runner, user) -> {
          TextBuffer text = user.slots.setText(slot);
          if (!user.answered || query.find(user.exchange, text) == BodyQuery.Result.ABSENT) {
            user.slots.clear(slot);
          }
          return next;
        };
      }
      case Op.Check(int check) -> {
        Expectation expectation = plan.checks().get(check).expectation();
        CheckCompiler.ResponseTest test = checks.compile(expectation);
        String name = plan.checks().get(check).name();
        boolean timeCheck = expectation instanceof Expectation.FasterThan;
        yield (runner, user) -> {
          runner.check(user, check, name, timeCheck, user.answered && test.holds(user));
          return next;
        };
      }
      case Op.Settle() ->
          (runner, user) -> {
            runner.settle(user);
            return next;
          };
      case Op.Assign(int slot, Expr value) -> assign(slot, value, next);
      case Op.Clear(int slot) ->
          (_, user) -> {
            user.slots.clear(slot);
            return next;
          };
      case Op.Pause(var min, var max) -> {
        long low = min.toNanos();
        long high = max.toNanos();
        yield (runner, user) -> runner.pause(user, user.nextBetween(low, high), next);
      }
      case Op.Call() -> (runner, user) -> runner.call(user, next);
      case Op.Jump(int to) -> (_, _) -> to;
      case Op.JumpIf(var condition, int to) -> {
        Test test = values.test(condition);
        yield (_, user) -> test.holds(user) ? to : next;
      }
      case Op.StartTimer(int slot) ->
          (_, user) -> {
            user.slots.setNumber(slot, user.readyAt);
            return next;
          };
      case Op.StopTimer(int slot, int metric) ->
          (runner, user) -> {
            runner.stopTimer(user, slot, metric);
            return next;
          };
      case Op.Count(int metric, boolean value) ->
          (runner, user) -> {
            runner.count(user, metric, value);
            return next;
          };
      case Op.Add(int metric, Expr amount) -> number(metric, amount, next);
      case Op.Gauge(int metric, Expr value) -> number(metric, value, next);
      case Op.End() -> (_, _) -> Instruction.ENDED;
    };
  }

  /** A counter and a gauge are given numbers alike; what a number means is the metric's kind. */
  private Instruction number(int metric, Expr expr, int next) {
    NumberValue number = values.number(expr);
    Test given = values.given(expr);
    return (runner, user) -> {
      if (given.holds(user)) {
        runner.number(user, metric, number.of(user));
      }
      return next;
    };
  }

  private Instruction assign(int slot, Expr expr, int next) {
    if (ValueCompiler.isNumber(expr)) {
      NumberValue number = values.number(expr);
      return (_, user) -> {
        user.slots.setNumber(slot, number.of(user));
        return next;
      };
    }
    TextValue text = values.text(expr);
    // Through a scratch: the expression may read the slot that it is assigned to.
    TextBuffer scratch = new TextBuffer();
    return (_, user) -> {
      scratch.clear();
      text.append(user, scratch);
      user.slots.setText(slot).append(scratch.bytes(), 0, scratch.length());
      return next;
    };
  }

  /** From the end backwards: End is idle, a pause before it is, and a jump to such a place. */
  private static List<Boolean> idle(List<Op> ops) {
    boolean[] idle = new boolean[ops.size()];
    for (int pc = ops.size() - 1; pc >= 0; pc--) {
      idle[pc] =
          switch (ops.get(pc)) {
            case Op.End() -> true;
            case Op.Pause _ -> idle[pc + 1];
            case Op.Jump(int to) -> to > pc && idle[to];
            default -> false;
          };
    }
    List<Boolean> result = new ArrayList<>();
    for (boolean b : idle) {
      result.add(b);
    }
    return result;
  }
}
