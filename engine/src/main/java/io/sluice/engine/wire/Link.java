package io.sluice.engine.wire;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A connection that an exchange keeps for the next request to the same target. */
public interface Link {
  /** Closes it; an exchange that is under way on it does not hear of it. */
  void close();

  /** {@code HTTP/1.1} or {@code HTTP/2.0}; empty if that is not known. */
  default String protocol() {
    return "";
  }

  /** The other side's address; null if that is not known. */
  default @Nullable InetSocketAddress remote() {
    return null;
  }

  /** The version of TLS as the Java platform names it, or empty. */
  default String tlsVersion() {
    return "";
  }

  /** The cipher suite as the Java platform names it, or empty. */
  default String tlsCipher() {
    return "";
  }
}
