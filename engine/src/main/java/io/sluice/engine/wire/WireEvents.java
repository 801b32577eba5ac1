package io.sluice.engine.wire;

/** Is told what happens on a wire beside the exchanges. */
public interface WireEvents {
  /** A connection was opened, its TLS handshake included, in so many nanoseconds. */
  void connected(long nanos);

  /** A request was sent again because a kept-alive connection turned out to be closed. */
  void retried();
}
