package io.sluice.k6.options;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The tags that samples get without the script's doing. */
public enum SystemTag {
  /** The protocol, such as {@code HTTP/1.1}. */
  PROTO,
  /** The sub-protocol of a WebSocket. */
  SUBPROTO,
  /** The status, 0 where there was no answer. */
  STATUS,
  /** The method. */
  METHOD,
  /** The address. */
  URL,
  /** The name; the address where there is none. */
  NAME,
  /** The group's path. */
  GROUP,
  /** The check's name. */
  CHECK,
  /** The error's text. */
  ERROR,
  /** The error's number. */
  ERROR_CODE,
  /** The version of TLS. */
  TLS_VERSION,
  /** The scenario's name. */
  SCENARIO,
  /** The gRPC service. */
  SERVICE,
  /** Whether the answer was expected. */
  EXPECTED_RESPONSE,
  /** The iteration's number; metadata, not a tag. */
  ITER,
  /** The user's number; metadata, not a tag. */
  VU,
  /** The OCSP status. */
  OCSP_STATUS,
  /** The server's address. */
  IP;

  /** Those that are on unless the user says otherwise. */
  public static final Set<SystemTag> DEFAULT = Set.copyOf(EnumSet.range(PROTO, EXPECTED_RESPONSE));

  /** The tag's name, such as {@code error_code}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it goes with samples as metadata, and tells no time series apart. */
  public boolean isMetadata() {
    return this == ITER || this == VU;
  }
}
