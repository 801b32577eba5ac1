package io.sluice.k6.script.port;

/**
 * Why a hop got no answer.
 *
 * @param text for people; may be empty
 */
public record HopFailure(Kind kind, String text) {
  /** What went wrong, as far as k6 tells such things apart. */
  public enum Kind {
    /** The name is unknown. */
    DNS_NO_SUCH_HOST,
    /** Another failure to find the address. */
    DNS,
    /** The address is on the list of blocked ones. */
    BLACKLISTED_IP,
    /** The name is on the list of blocked ones. */
    BLOCKED_HOSTNAME,
    /** Nobody listens. */
    REFUSED,
    /** No connection in time. */
    DIAL_TIMEOUT,
    /** Another failure to connect. */
    DIAL,
    /** The peer reset the connection. */
    RESET,
    /** The peer had closed the connection while the request was written. */
    BROKEN_PIPE,
    /** No whole answer in time. */
    REQUEST_TIMEOUT,
    /** The certificate's issuer is not trusted. */
    TLS_UNKNOWN_AUTHORITY,
    /** The certificate is for another name. */
    TLS_HOSTNAME,
    /** Another failure of the handshake. */
    TLS,
    /** What came is not HTTP. */
    BROKEN_PROTOCOL,
    /** The HTTP/2 connection or stream broke. */
    HTTP2,
    /** The body could not be decompressed. */
    DECOMPRESSION,
    /** The URL cannot be asked for. */
    INVALID_URL,
    /** Anything else. */
    OTHER
  }
}
