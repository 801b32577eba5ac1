package io.sluice.storefront;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Whether connections are encrypted, with which certificate, and whom they are open to. Encrypted
 * connections offer HTTP/2 and HTTP/1.1 by ALPN. BoringSSL encrypts where it is there for the
 * machine, the JDK elsewhere.
 */
public sealed interface Encryption {

  /** Plain HTTP. */
  record Plain() implements Encryption {}

  /** What a server proves by that it is itself. */
  sealed interface Identity extends Encryption {}

  /**
   * HTTPS.
   *
   * @param certificate a PEM file with the certificate chain
   * @param key a PEM file with the private key in PKCS#8, without a password
   */
  record PemFiles(Path certificate, Path key) implements Identity {}

  /** HTTPS with a certificate made on the spot. */
  record Demo(DemoCertificate certificate) implements Identity {}

  /**
   * HTTPS for those only who present a certificate of their own.
   *
   * @param clientAuthority a PEM file with the certificates of which one must have signed the
   *     client's
   */
  record Mutual(Identity server, Path clientAuthority) implements Encryption {}

  /** The scheme of the deployment's URIs. */
  default String scheme() {
    return this instanceof Plain ? "http" : "https";
  }

  /**
   * The same, open to clients with a certificate only.
   *
   * @param clientAuthority a PEM file with the certificates of which one must have signed the
   *     client's
   * @throws IllegalArgumentException if nothing is encrypted
   */
  default Encryption demandingClientCertificate(Path clientAuthority) {
    return switch (this) {
      case Plain plain ->
          throw new IllegalArgumentException(
              "a client certificate can be demanded over TLS only, was plain HTTP");
      case Identity server -> new Mutual(server, clientAuthority);
      case Mutual mutual -> new Mutual(mutual.server, clientAuthority);
    };
  }

  /**
   * What Netty encrypts with, null for nothing.
   *
   * @throws IllegalArgumentException if certificate, key or authority cannot be read or do not fit
   */
  default @Nullable SslContext serverSide() {
    try {
      return switch (this) {
        case Plain plain -> null;
        case Identity server -> finished(builder(server));
        case Mutual mutual ->
            finished(
                builder(mutual.server)
                    .clientAuth(ClientAuth.REQUIRE)
                    .trustManager(mutual.clientAuthority.toFile()));
      };
    } catch (SSLException e) {
      throw new IllegalArgumentException(
          "certificate and key cannot be used: " + e.getMessage(), e);
    }
  }

  private static SslContextBuilder builder(Identity server) {
    return switch (server) {
      case PemFiles pem -> SslContextBuilder.forServer(pem.certificate.toFile(), pem.key.toFile());
      case Demo demo ->
          SslContextBuilder.forServer(demo.certificate.key(), demo.certificate.chain());
    };
  }

  private static SslContext finished(SslContextBuilder builder) throws SSLException {
    boolean boring = SslProvider.isAlpnSupported(SslProvider.OPENSSL);
    return builder
        .sslProvider(boring ? SslProvider.OPENSSL : SslProvider.JDK)
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1))
        .build();
  }
}
