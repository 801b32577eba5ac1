package io.sluice.engine.wire;

import java.net.InetSocketAddress;

/**
 * Whom a connection leads to, and what was agreed on.
 *
 * @param address the other side's
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param tlsVersion as the Java platform names it, such as {@code TLSv1.3}; empty without TLS
 * @param tlsCipher the cipher suite as the Java platform names it; empty without TLS
 */
public record Remote(
    InetSocketAddress address, String protocol, String tlsVersion, String tlsCipher) {}
