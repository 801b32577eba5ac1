package io.sluice.storefront;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Whether connections are encrypted, and with which certificate. */
public sealed interface Encryption {

  /** Plain HTTP. */
  record Plain() implements Encryption {}

  /**
   * HTTPS.
   *
   * @param certificate a PEM file with the certificate chain
   * @param key a PEM file with the private key in PKCS#8, without a password
   */
  record PemFiles(Path certificate, Path key) implements Encryption {}

  /** HTTPS with a certificate made on the spot. */
  record Demo(DemoCertificate certificate) implements Encryption {}

  /** The scheme of the deployment's URIs. */
  default String scheme() {
    return this instanceof Plain ? "http" : "https";
  }

  /**
   * What Netty encrypts with, null for nothing.
   *
   * @throws IllegalArgumentException if certificate or key cannot be read or do not fit
   */
  default @Nullable SslContext serverSide() {
    try {
      return switch (this) {
        case Plain plain -> null;
        case PemFiles pem ->
            SslContextBuilder.forServer(pem.certificate.toFile(), pem.key.toFile()).build();
        case Demo demo ->
            SslContextBuilder.forServer(demo.certificate.key(), demo.certificate.chain()).build();
      };
    } catch (SSLException e) {
      throw new IllegalArgumentException(
          "certificate and key cannot be used: " + e.getMessage(), e);
    }
  }
}
