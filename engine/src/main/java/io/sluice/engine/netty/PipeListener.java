package io.sluice.engine.netty;

import org.jspecify.annotations.Nullable;

/** Is told what happens on a pipe, from within the loop's polling only. */
interface PipeListener {
  /** The system has connected it; where it is encrypted, the handshake follows. */
  void connected();

  /**
   * The pipe is open, TLS included.
   *
   * @param protocol what was agreed on by ALPN (RFC 7301), such as {@code h2}; empty for nothing
   */
  void opened(String protocol);

  /** Bytes have come; the array is used again as soon as this returns. */
  void received(byte[] bytes, int from, int to);

  /**
   * The pipe is closed, or it never opened. Nothing follows.
   *
   * @param cause why, or null where the other side closed it in order
   */
  void closed(@Nullable Throwable cause);
}
