package io.sluice.model.plan;

import java.time.Duration;

/**
 * Bounds that keep a run, and the machine it runs on, in hand.
 *
 * @param connectTimeout for a TCP connection and its TLS handshake together
 * @param maxHeaderBytes status line and headers of one response; more is a {@code protocol_error}
 * @param maxBodyBytes body of one response that is kept for a check or an extraction; more is a
 *     {@code protocol_error}
 */
public record Limits(Duration connectTimeout, int maxHeaderBytes, int maxBodyBytes) {
  /** 10 s to connect, 64 KiB of headers, 16 MiB of body. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), 64 * 1024, 16 * 1024 * 1024);

  public Limits {
    if (!connectTimeout.isPositive()) {
      throw new IllegalArgumentException("connect timeout must be > 0, was " + connectTimeout);
    }
    if (maxHeaderBytes < 256 || maxBodyBytes < 0) {
      throw new IllegalArgumentException(
          "limits must be at least 256 bytes of headers and 0 of body");
    }
  }
}
