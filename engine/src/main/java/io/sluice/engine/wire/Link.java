package io.sluice.engine.wire;

/** A connection that an exchange keeps for the next request to the same target. */
public interface Link {
  /** Closes it; an exchange that is under way on it does not hear of it. */
  void close();
}
