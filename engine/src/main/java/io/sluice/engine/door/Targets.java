package io.sluice.engine.door;

import io.sluice.model.plan.Target;
import java.net.UnknownHostException;

/** The targets that a cell has connections to; they become known while code runs. */
public interface Targets {
  /**
   * The number of a target; looked up by its name where it is new, for which the user's thread
   * waits.
   *
   * @throws UnknownHostException if its name has no address
   */
  int number(Target target) throws UnknownHostException;
}
