package io.sluice.engine.netty;

import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** An open connection as a stream of bytes. Belongs to its loop's thread. */
interface Pipe {
  /**
   * Sends bytes, which are copied before it returns. Bytes that the system does not take at once
   * follow as soon as it does. Never calls the listener: a failure is told later.
   */
  void write(byte[] bytes, int from, int length);

  /** Closes it; the listener hears nothing more. May be called again. */
  void close();

  /** What was agreed on by TLS; null without it. */
  default @Nullable SSLSession session() {
    return null;
  }
}
