package io.sluice.engine.wire;

/** Is told what happens on a wire beside the exchanges. */
public interface WireEvents {
  /** A connection was opened, its TLS handshake included, in so many nanoseconds. */
  void connected(long nanos);

  /** A host name was looked up in so many nanoseconds. */
  void lookedUp(long nanos);

  /** A host name could not be looked up; the addresses known before stay in use. */
  void lookupFailed();

  /** A socket did not take so many bytes at once; they follow when it does. */
  void notTaken(long bytes);

  /** A request was sent again because a kept-alive connection turned out to be closed. */
  void retried();
}
