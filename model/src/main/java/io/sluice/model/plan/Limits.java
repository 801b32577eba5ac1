package io.sluice.model.plan;

import java.time.Duration;

/**
 * Bounds that keep a run, and the machine it runs on, in hand.
 *
 * @param connectTimeout for a TCP connection and its TLS handshake together
 * @param maxHeaderBytes status line and headers of one response; more is a {@code protocol_error}
 * @param maxBodyBytes body of one response that is kept for a check or an extraction; more is a
 *     {@code protocol_error}
 * @param tls whether certificates are verified
 */
public record Limits(Duration connectTimeout, int maxHeaderBytes, int maxBodyBytes, TlsTrust tls) {
  /** Whether the certificates of targets are verified. */
  public enum TlsTrust {
    /** Against the certificate authorities of the Java runtime, with host names. */
    VERIFY,
    /** Not at all. Reports say so. */
    INSECURE
  }

  /** 10 s to connect, 64 KiB of headers, 16 MiB of body, certificates verified. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), 64 * 1024, 16 * 1024 * 1024, TlsTrust.VERIFY);

  public Limits {
    if (!connectTimeout.isPositive()) {
      throw new IllegalArgumentException("connect timeout must be > 0, was " + connectTimeout);
    }
    if (maxHeaderBytes < 256 || maxBodyBytes < 0) {
      throw new IllegalArgumentException(
          "limits must be at least 256 bytes of headers and 0 of body");
    }
  }

  /** The same with another trust. */
  public Limits withTls(TlsTrust trust) {
    return new Limits(connectTimeout, maxHeaderBytes, maxBodyBytes, trust);
  }
}
