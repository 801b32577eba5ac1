package io.sluice.engine.wire;

/**
 * The port for protocols. One thread at a time: the cell that drives it.
 *
 * <p>Promises:
 *
 * <ol>
 *   <li>Every exchange that was sent is given to the listener exactly once, unless it was
 *       cancelled.
 *   <li>The listener is called from {@link #poll} only, never from within {@link #send}.
 *   <li>Where the exchange has no connection to its target, one is opened; where it has, it is
 *       used.
 * </ol>
 */
public interface Wire extends AutoCloseable {
  /** Is told when an exchange is done. */
  @FunctionalInterface
  interface Listener {
    /** The exchange is done: its outcome, status and stamps are set. */
    void done(Exchange exchange);
  }

  /** Sends the exchange's request. */
  void send(Exchange exchange);

  /**
   * Takes an exchange off the wire before it is done: its connection is closed, the listener does
   * not hear of it.
   */
  void cancel(Exchange exchange);

  /**
   * Does what is to be done.
   *
   * @param waitNanos how long to wait for something to do; 0 or less not to wait
   * @return how much was done
   */
  int poll(long waitNanos);

  /** Looks after what has been idle; every 10 ms. */
  void tick(long nowNanos);

  /** How many connections are open. */
  int connections();

  /** Closes all connections. */
  @Override
  void close();
}
