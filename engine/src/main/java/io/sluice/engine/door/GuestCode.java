package io.sluice.engine.door;

/** Makes the code of users. Called by every cell on its own thread. */
@FunctionalInterface
public interface GuestCode {
  /**
   * The code of one more user, on that user's virtual thread; it must not block.
   *
   * @param door what it reaches the target by
   */
  Guest guest(Door door);

  /**
   * How many users are made before the load begins, of all cells together; others are made when
   * they are wanted.
   */
  default int readyUsers() {
    return 0;
  }

  /**
   * How long a user may go on with its iteration that is not wanted any more, since the number of
   * users of a phase falls; it is cut then. Called on the cell's thread.
   */
  default long rampDownNanos(int phase) {
    return Long.MAX_VALUE;
  }

  /** An arrival of a phase found no user. Called on the cell's thread. */
  default void dropped(int phase) {}
}
