package io.sluice.k6.script.http;

import io.sluice.k6.script.port.HopFailure;

/** k6's numbers and words for what goes wrong with a request. */
final class ErrorCodes {
  private ErrorCodes() {}

  /** The number for a failure. */
  static int of(HopFailure failure) {
    return switch (failure.kind()) {
      case DNS_NO_SUCH_HOST -> 1101;
      case DNS -> 1100;
      case BLACKLISTED_IP -> 1110;
      case BLOCKED_HOSTNAME -> 1111;
      case REFUSED -> 1212;
      case DIAL_TIMEOUT -> 1211;
      case DIAL -> 1210;
      case RESET -> 1220;
      case BROKEN_PIPE -> 1201;
      case REQUEST_TIMEOUT -> 1050;
      case TLS_UNKNOWN_AUTHORITY -> 1310;
      case TLS_HOSTNAME -> 1311;
      case TLS -> 1300;
      case HTTP2 -> 1600;
      case DECOMPRESSION -> 1701;
      case INVALID_URL -> 1020;
      case BROKEN_PROTOCOL, OTHER -> 1000;
    };
  }

  /** The number for a status, 0 if it is none of an error. */
  static int of(int status) {
    return status >= 400 ? 1000 + status : 0;
  }

  /** The words for a failure, the same for all of its kind where k6 has such. */
  static String text(HopFailure failure) {
    return switch (failure.kind()) {
      case DNS_NO_SUCH_HOST -> "lookup: no such host";
      case BLACKLISTED_IP -> "ip is blacklisted";
      case BLOCKED_HOSTNAME -> "hostname is blocked";
      case REFUSED -> "dial: connection refused";
      case DIAL_TIMEOUT -> "dial: i/o timeout";
      case RESET -> "read: connection reset by peer";
      case BROKEN_PIPE -> "write: broken pipe";
      case REQUEST_TIMEOUT -> "request timeout";
      case TLS_UNKNOWN_AUTHORITY -> "x509: unknown authority";
      case TLS_HOSTNAME -> "x509: certificate doesn't match hostname";
      case INVALID_URL -> "invalid URL";
      case DNS, DIAL, TLS, HTTP2, DECOMPRESSION, BROKEN_PROTOCOL, OTHER ->
          failure.text().isEmpty() ? "unknown error" : failure.text();
    };
  }
}
