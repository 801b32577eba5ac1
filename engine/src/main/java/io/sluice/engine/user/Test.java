package io.sluice.engine.user;

/** A compiled condition. */
@FunctionalInterface
interface Test {
  boolean holds(VirtualUser user);
}
