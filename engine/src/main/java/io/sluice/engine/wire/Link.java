package io.sluice.engine.wire;

import org.jspecify.annotations.Nullable;

/** A connection that an exchange keeps for the next request to the same target. */
public interface Link {
  /** Closes it; an exchange that is under way on it does not hear of it. */
  void close();

  /** Whom it leads to, the same object each time; null before it is open. */
  default @Nullable Remote remote() {
    return null;
  }
}
