package io.sluice.engine.netty;

import io.sluice.engine.wire.Exchange;

/** A version of HTTP on one open connection. */
interface Protocol {
  /** Whether it can take another request now. */
  boolean ready();

  /** How many exchanges are under way on it. */
  int underWay();

  /** Sends the exchange's request. It is {@link #ready()}. */
  void send(Exchange exchange);

  /** Sends what was held back so that it goes out together; see {@link Connection#flushLater()}. */
  void flush();

  /** Bytes have come; the array is used again as soon as this returns. */
  void received(byte[] bytes, int from, int to);

  /** Takes an exchange off; its listener does not hear of it. The connection may have to close. */
  void cancel(Exchange exchange);

  /**
   * The connection is gone: every exchange under way ends, or is sent again where that is allowed.
   *
   * @param how in a few words, such as {@code connection reset}
   * @param inOrder whether the other side closed it in order
   */
  void lost(String how, boolean inOrder);
}
