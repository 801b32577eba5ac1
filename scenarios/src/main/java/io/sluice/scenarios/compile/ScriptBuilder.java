package io.sluice.scenarios.compile;

import io.sluice.model.plan.Condition;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects instructions; jumps go to labels that are placed later. */
final class ScriptBuilder {
  private final List<Supplier<Op>> ops = new ArrayList<>();
  private int slots;

  /** A place among the instructions. */
  static final class Label {
    private int at = -1;

    private int at() {
      if (at < 0) {
        throw new IllegalStateException("the label was never placed");
      }
      return at;
    }
  }

  /** A slot that nothing else uses. */
  int newSlot() {
    return slots++;
  }

  void add(Op op) {
    ops.add(() -> op);
  }

  void jump(Label to) {
    ops.add(() -> new Op.Jump(to.at()));
  }

  void jumpIf(Condition condition, Label to) {
    ops.add(() -> new Op.JumpIf(condition, to.at()));
  }

  /** The next instruction is where the label is. */
  void place(Label label) {
    label.at = ops.size();
  }

  Script build(String name) {
    add(new Op.End());
    return new Script(name, slots, ops.stream().map(Supplier::get).toList());
  }
}
