package io.sluice.engine.netty;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Failures of TLS in words, the same whichever provider found them. BoringSSL and the Java runtime
 * have few exceptions for many causes, so that their messages must be read.
 */
final class TlsFailure {
  private static final String NO_TLS = "the server does not speak TLS";

  /** What the server said: an alert (RFC 8446 section 6.2), as either provider shows it. */
  private static final Pattern ALERT =
      Pattern.compile(
          "Received fatal alert:"
              + " (?<jdk>[a-z_]+)|:(?:SSLV3|TLSV1)_(?:ALERT_)?(?<boringssl>[A-Z_]+)");

  private TlsFailure() {}

  /** Why, in a few words that name the cause. */
  static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String reason = byKind(cause);
      if (reason == null) {
        reason = byMessage(message(cause));
      }
      if (reason != null) {
        return reason;
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = message(root);
    return message.isEmpty() ? root.getClass().getSimpleName() : message;
  }

  private static @Nullable String byKind(Throwable cause) {
    return switch (cause) {
      case CertificateExpiredException _ -> "the certificate has expired (" + message(cause) + ")";
      case CertificateNotYetValidException _ ->
          "the certificate is not valid yet (" + message(cause) + ")";
      case CertPathBuilderException _ -> "the certificate is not signed by a trusted authority";
      case CertificateException _ when cause.getCause() == null ->
          "the certificate does not fit: " + message(cause);
      case NotSslRecordException _ -> NO_TLS;
      case SslHandshakeTimeoutException _ -> "the server did not finish the handshake in time";
      case ClosedChannelException _ -> "the server closed the connection during the handshake";
      case EOFException _ -> "the server closed the connection during the handshake";
      case IOException _ when message(cause).contains("onnection reset") ->
          "the server reset the connection during the handshake";
      case IOException _ when message(cause).contains("roken pipe") ->
          "the server reset the connection during the handshake";
      default -> null;
    };
  }

  private static @Nullable String byMessage(String message) {
    Matcher matcher = ALERT.matcher(message);
    if (matcher.find()) {
      String jdk = matcher.group("jdk");
      return alert(jdk == null ? matcher.group("boringssl").toLowerCase(Locale.ROOT) : jdk);
    }
    if (message.startsWith("Unsupported or unrecognized SSL message")) {
      return NO_TLS;
    }
    if (message.contains("UNSUPPORTED_PROTOCOL") || message.contains("protocol version")) {
      return alert("protocol_version");
    }
    return null;
  }

  private static String alert(String name) {
    return switch (name) {
      case "handshake_failure" ->
          "the server takes none of the offered ciphers, or wants a client certificate"
              + " (handshake_failure)";
      case "insufficient_security" ->
          "the server takes none of the offered ciphers (insufficient_security)";
      case "protocol_version" -> "the server does not speak TLS 1.2 or 1.3 (protocol_version)";
      case "no_application_protocol" ->
          "the server speaks none of the offered versions of HTTP (no_application_protocol)";
      case "unrecognized_name" -> "the server does not know this host name (unrecognized_name)";
      case "certificate_required" ->
          "the server demands a client certificate (certificate_required)";
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied",
          "decrypt_error" ->
          "the server does not accept the client certificate, or the lack of one (%s)"
              .formatted(name);
      default -> "the server ended the handshake (%s)".formatted(name);
    };
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? "" : message;
  }
}
