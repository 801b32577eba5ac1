package io.sluice.engine.user;

/** A compiled instruction. */
@FunctionalInterface
interface Instruction {
  /** The user waits; something will resume it. */
  int SUSPENDED = -1;

  /** The iteration is over. */
  int ENDED = -2;

  /** Does it, and returns the index of the next one, {@link #SUSPENDED} or {@link #ENDED}. */
  int run(ScriptRunner runner, VirtualUser user);
}
