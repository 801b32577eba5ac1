package io.sluice.engine.netty;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.sluice.model.plan.Network;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** TLS for connections, and its failures in words. */
public final class Tls {
  /** What the Java runtime says where Netty has an exception of its own. */
  private static final String NO_TLS = "Unsupported or unrecognized SSL message";

  private Tls() {}

  /** The client's side of TLS 1.2 and 1.3, by the Java runtime. */
  public static SslContext context(Network.Tls settings) {
    try {
      SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
      if (settings.trust() == Network.Tls.Trust.INSECURE) {
        builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        builder.endpointIdentificationAlgorithm(null);
      }
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException("the Java runtime has no TLS: " + e.getMessage(), e);
    }
  }

  /** Why a handshake failed, in a few words that name the cause. */
  public static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "the certificate has expired (" + cause.getMessage() + ")";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "the certificate is not valid yet (" + cause.getMessage() + ")";
      }
      if (cause instanceof CertPathBuilderException) {
        return "the certificate is not signed by a trusted authority";
      }
      if (cause instanceof NotSslRecordException || NO_TLS.equals(cause.getMessage())) {
        return "the server does not speak TLS";
      }
      if (cause instanceof CertificateException && cause.getCause() == null) {
        return "the certificate does not fit: " + cause.getMessage();
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
