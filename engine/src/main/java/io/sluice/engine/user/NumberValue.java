package io.sluice.engine.user;

/** A compiled expression that is a whole number. */
@FunctionalInterface
interface NumberValue {
  long of(VirtualUser user);
}
