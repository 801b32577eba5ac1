package io.sluice.model.run;

import java.util.Locale;

/** How an exchange ended. Every released exchange ends in exactly one. */
public enum Outcome {
  /** Answered with an accepted status, and every check passed. */
  OK,
  /** Answered with a status that the step does not accept. */
  HTTP_ERROR,
  /** Answered 429: many deployments limit one client address. */
  THROTTLED,
  /** Answered with an accepted status, but a check failed. */
  CHECK_FAILED,
  /** Not answered within the request's timeout. */
  TIMEOUT,
  /** No TCP connection. */
  CONNECT_FAILED,
  /** No TLS session, or a certificate that is not trusted. */
  TLS_FAILED,
  /** The host's name has no address. */
  DNS_FAILED,
  /** The connection ended before the response did. */
  RESET,
  /** The answer is no HTTP, or larger than the limits. */
  PROTOCOL_ERROR,
  /** The generator had no connection to give. */
  NO_CONNECTION,
  /** Cut by the end of the run; neither success nor failure. */
  ABORTED;

  private static final Outcome[] ALL = values();

  /** How many there are. */
  public static final int COUNT = ALL.length;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The outcome with that ordinal. */
  public static Outcome at(int ordinal) {
    return ALL[ordinal];
  }

  /** Its name in files: {@code http_error}. */
  public String key() {
    return key;
  }

  /** Whether it counts as an error: all but ok and aborted. */
  public boolean failed() {
    return this != OK && this != ABORTED;
  }
}
