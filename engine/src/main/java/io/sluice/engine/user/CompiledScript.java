package io.sluice.engine.user;

import java.util.List;

/**
 * A script as a cell runs it.
 *
 * @param name of the script
 * @param slots how many slots a user needs
 * @param code its instructions
 * @param idleFrom for each instruction whether the user does nothing any more but think until the
 *     end of the iteration: there a run may end it early
 */
record CompiledScript(String name, int slots, List<Instruction> code, List<Boolean> idleFrom) {
  CompiledScript {
    code = List.copyOf(code);
    idleFrom = List.copyOf(idleFrom);
  }
}
