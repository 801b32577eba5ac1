package io.sluice.model.plan;

import java.util.List;

/**
 * What a virtual user does in one iteration: a flat array of instructions.
 *
 * @param name as reports show it: the selection {@code scenario:NAME}
 * @param slots how many slots a user needs
 * @param ops at least one, the last one {@link Op.End}
 */
public record Script(String name, int slots, List<Op> ops) {
  public Script {
    ops = List.copyOf(ops);
    if (ops.isEmpty() || !(ops.getLast() instanceof Op.End)) {
      throw new IllegalArgumentException("script '" + name + "' must end with End");
    }
    for (Op op : ops) {
      int to =
          switch (op) {
            case Op.Jump jump -> jump.to();
            case Op.JumpIf jump -> jump.to();
            default -> 0;
          };
      if (to < 0 || to >= ops.size()) {
        throw new IllegalArgumentException(
            "script '%s' has %d instructions, a jump goes to %d".formatted(name, ops.size(), to));
      }
    }
  }

  /** A script that does nothing. */
  public static Script empty(String name) {
    return new Script(name, 0, List.of(new Op.End()));
  }

  /** A script whose iterations are code outside of the plan. */
  public static Script code(String name) {
    return new Script(name, 0, List.of(new Op.Call(), new Op.End()));
  }

  /** Whether some of it is code outside of the plan. */
  public boolean callsCode() {
    return ops.stream().anyMatch(op -> op instanceof Op.Call);
  }

  /** Whether it does nothing. */
  public boolean isEmpty() {
    return ops.size() == 1;
  }
}
