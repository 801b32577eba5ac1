package io.sluice.engine.door;

/** A user's code. All of it is called on the user's own virtual thread. */
public interface Guest {
  /**
   * Runs an iteration; it may block in its {@link Door} only.
   *
   * @throws CutException if it was cut in there: to be passed on
   */
  void iterate();

  /** Gives up what it holds: it is called no more. */
  void close();
}
